import { Button, NativeSelect, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { worthAnotherTry } from "../../api/query-client";
import { overviewQuery, refreshRecord } from "../../api/record";
import type { MedicalEvent, MedicineGiven, Overview } from "../../api/types";
import { dateAndTime, formatMoment, isDate, momentOf } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { useNow } from "../../lib/use-now";
import { joined, useDoseWords, useIllnessLength, useIllnessName } from "../../lib/record-words";
import { parseDose } from "../../lib/units";
import { useDraft, useDraftForm } from "../../lib/use-draft";
import { useToday } from "../../lib/use-today";
import { Card } from "../../ui/card";
import { DoseField, type DoseEntry } from "../../ui/dose-field";
import { DraftNotice } from "../../ui/draft-notice";
import { MomentField } from "../../ui/moment-field";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { SaveProblem } from "../../ui/save-problem";
import { useEntryProblem } from "../../ui/quantity-field";
import { addMedicine } from "./queries";

interface MedicinePageProps {
  childId: string;
  /** The illness that it is given for, where one is named. */
  illnessId: string | null;
  back: ReactNode;
  onSaved: (illnessId: string | null) => void;
}

export function MedicinePage({ childId, illnessId, back, onSaved }: MedicinePageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const overview = useQuery(overviewQuery(useQueryClient(), childId, useToday()));
  const running = overview.data?.last_and_next.running_medications ?? [];
  return (
    <Page title={t`Medicine given`} width="form">
      {back}
      <Stack gap="lg">
        <div>
          <Title order={1}>
            <Trans>Medicine given</Trans>
          </Title>
          <Text c="dimmed">{overview.data?.child.name}</Text>
        </div>
        {illnessId === null &&
          running.map((medication) => (
            <Running
              key={medication.id}
              medication={medication}
              onGiven={() => {
                onSaved(null);
              }}
            />
          ))}
        {overview.data !== undefined ? (
          <MedicineForm overview={overview.data} illnessId={illnessId} onSaved={onSaved} />
        ) : overview.isError ? (
          <Notice tone="look" role="alert">
            {problem(overview.error)}
          </Notice>
        ) : (
          <Skeleton height="var(--chart-height)" />
        )}
      </Stack>
    </Page>
  );
}

/** A medication that is taken for a while: its usual dose is one tap. */
function Running({ medication, onGiven }: { medication: MedicalEvent; onGiven: () => void }) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const preferences = usePreferences();
  const queryClient = useQueryClient();
  const doseWords = useDoseWords();
  const now = useNow();
  // The same moment at each attempt, so that a repeated save is one dose.
  const [at, setAt] = useState<string | null>(null);
  const give = useMutation({
    mutationFn: (moment: string) =>
      bodyOf(
        api.POST("/api/children/{child_id}/medical-events/{event_id}/doses", {
          params: { path: { child_id: medication.child_id, event_id: medication.id } },
          body: { at: moment },
        }),
      ),
    retry: worthAnotherTry,
    onSuccess: async () => {
      await refreshRecord(queryClient, medication.child_id);
      onGiven();
    },
  });
  const { name } = medication;
  const next =
    medication.next_possible_at !== null && Date.parse(medication.next_possible_at) > now
      ? formatMoment(medication.next_possible_at, preferences, i18n.locale)
      : null;
  return (
    <Card>
      <Stack gap="sm">
        <div>
          <Text fw={600}>{name}</Text>
          <Text c="dimmed" size="sm">
            {joined([
              medication.medication?.dose && doseWords(medication.medication.dose),
              next !== null && t`next possible ${next}`,
            ])}
          </Text>
        </div>
        {give.isError && (
          <Notice tone="look" role="alert">
            {problem(give.error)}
          </Notice>
        )}
        <Button
          variant={next === null ? "filled" : "light"}
          loading={give.isPending}
          aria-label={t`Given now: ${name}`}
          onClick={() => {
            const moment = at ?? new Date().toISOString();
            setAt(moment);
            give.mutate(moment);
          }}
        >
          {next === null ? <Trans>Given now</Trans> : <Trans>Given now, earlier than that</Trans>}
        </Button>
      </Stack>
    </Card>
  );
}

const MEDICINE_FORM = "medicine-form";

interface MedicineFormValues {
  name: string;
  dose: DoseEntry;
  when: { date: string; time: string };
  /** The illness; empty for none. */
  belongs_to: string;
}

interface MedicineFormProps {
  overview: Overview;
  illnessId: string | null;
  onSaved: (illnessId: string | null) => void;
}

function MedicineForm({ overview, illnessId, onSaved }: MedicineFormProps) {
  const { t } = useLingui();
  const entryProblem = useEntryProblem();
  const queryClient = useQueryClient();
  const { date_format, time_zone } = usePreferences();
  const illnessName = useIllnessName();
  const length = useIllnessLength();
  const ongoing = overview.last_and_next.ongoing_illnesses;
  const childId = overview.child.id;
  const draft = useDraft({ kind: "medicine", about: childId, record: illnessId ?? "new" }, "evt");
  const { form, onDiscard, next } = useDraftForm<MedicineFormValues>(draft, null, {
    initialValues: {
      name: "",
      dose: { text: "", unit: "ml" },
      when: dateAndTime(new Date(), time_zone),
      belongs_to: illnessId ?? ongoing[0]?.id ?? "",
    },
    validate: {
      name: (name) => (name.trim() === "" ? t`Please type the name of the medicine.` : null),
      dose: ({ text, unit }) => {
        const parsed = parseDose(text, unit);
        return parsed.kind === "problem" ? entryProblem(parsed.problem) : null;
      },
      when: ({ date, time }) =>
        !isDate(date) || time === "" ? t`Please type the day and the time.` : null,
    },
  });
  const { belongs_to: belongsTo, dose, when } = form.values;
  const save = useMutation({
    mutationFn: async ({ medicine }: { medicine: MedicineGiven; another: boolean }) => {
      if (belongsTo !== "") {
        await addMedicine(childId, belongsTo, medicine);
        return;
      }
      // Given once and for no illness: a medication of one day with its one dose.
      const { at, dose: given } = medicine;
      await bodyOf(
        api.POST("/api/children/{child_id}/medical-events", {
          params: { path: { child_id: childId }, query: { id: draft.id } },
          body: {
            type: "medication",
            name: medicine.name,
            date: when.date,
            ended_on: when.date,
            medication: { dose: given ?? null, given: [{ at }] },
          },
        }),
      );
    },
    retry: worthAnotherTry,
    onSuccess: async (_, { another }) => {
      if (another) {
        next({ ...form.getValues(), name: "", dose: { ...dose, text: "" } });
        void refreshRecord(queryClient, childId);
      } else {
        draft.clear();
        await refreshRecord(queryClient, childId);
        onSaved(belongsTo === "" ? null : belongsTo);
      }
    },
  });
  const submit = (another: boolean) =>
    form.onSubmit((valid) => {
      const parsed = parseDose(valid.dose.text, valid.dose.unit);
      save.mutate({
        medicine: {
          at: momentOf(valid.when, time_zone),
          name: valid.name.trim(),
          dose: parsed.kind === "ok" ? parsed.value : null,
        },
        another,
      });
    });
  const known =
    illnessId !== null && !ongoing.some(({ id: each }) => each === illnessId) ? [illnessId] : [];
  const before = save.isSuccess && save.variables.medicine.name;
  const earlier = [
    ...new Set(ongoing.flatMap(({ medicines }) => medicines.map((each) => each.name))),
  ];
  return (
    <form id={MEDICINE_FORM} noValidate onSubmit={submit(false)}>
      <Stack gap="lg">
        <DraftNotice onDiscard={onDiscard} />
        {before !== false && (
          <Notice tone="good" role="status">
            <Trans>{before} is saved. Here is the next one.</Trans>
          </Notice>
        )}
        <SaveProblem error={save.error} form={MEDICINE_FORM} />
        <TextInput
          label={t`Medicine`}
          autoComplete="off"
          maxLength={100}
          list="earlier-medicines"
          {...form.getInputProps("name")}
        />
        <datalist id="earlier-medicines">
          {earlier.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <DoseField
          label={t`How much`}
          value={dose}
          onChange={(entry) => {
            form.setFieldValue("dose", entry);
          }}
          error={form.errors.dose}
        />
        <MomentField
          format={date_format}
          value={when}
          onChange={(moment) => {
            form.setFieldValue("when", moment);
          }}
          error={form.errors.when}
        />
        <NativeSelect
          label={t`Belongs to`}
          value={belongsTo}
          onChange={({ currentTarget }) => {
            form.setFieldValue("belongs_to", currentTarget.value);
          }}
          data={[
            ...known.map((each) => ({ value: each, label: t`The illness you came from` })),
            ...ongoing.map((illness) => ({
              value: illness.id,
              label: joined([illnessName(illness), length(illness)]),
            })),
            { value: "", label: t`No illness` },
          ]}
        />
        <Button type="submit" fullWidth loading={save.isPending}>
          <Trans>Save</Trans>
        </Button>
        <Button
          variant="default"
          fullWidth
          disabled={save.isPending}
          onClick={() => {
            submit(true)();
          }}
        >
          <Trans>Save and add another</Trans>
        </Button>
      </Stack>
    </form>
  );
}
