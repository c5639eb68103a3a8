import { Button, NativeSelect, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent, type ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { worthAnotherTry } from "../../api/query-client";
import { overviewQuery, refreshRecord } from "../../api/record";
import type { MedicalEvent, MedicineGiven, Overview } from "../../api/types";
import { dateAndTime, formatMoment, isDate, momentOf } from "../../lib/dates";
import { newId } from "../../lib/ids";
import { useProblemSentence } from "../../lib/problems";
import { useNow } from "../../lib/use-now";
import { joined, useDoseWords, useIllnessLength, useIllnessName } from "../../lib/record-words";
import { parseDose } from "../../lib/units";
import { useToday } from "../../lib/use-today";
import { Card } from "../../ui/card";
import { DoseField, type DoseEntry } from "../../ui/dose-field";
import { MomentField } from "../../ui/moment-field";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
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

interface MedicineFormProps {
  overview: Overview;
  illnessId: string | null;
  onSaved: (illnessId: string | null) => void;
}

function MedicineForm({ overview, illnessId, onSaved }: MedicineFormProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const entryProblem = useEntryProblem();
  const queryClient = useQueryClient();
  const { date_format, time_zone } = usePreferences();
  const illnessName = useIllnessName();
  const length = useIllnessLength();
  const ongoing = overview.last_and_next.ongoing_illnesses;
  const childId = overview.child.id;
  const [id, setId] = useState(() => newId("evt"));
  const [belongsTo, setBelongsTo] = useState(illnessId ?? ongoing[0]?.id ?? "");
  const [name, setName] = useState("");
  const [dose, setDose] = useState<DoseEntry>({ text: "", unit: "ml" });
  const [when, setWhen] = useState(() => dateAndTime(new Date(), time_zone));
  const [errors, setErrors] = useState<{ name?: string; dose?: string; when?: string }>({});
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
          params: { path: { child_id: childId }, query: { id } },
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
        setId(newId("evt"));
        setName("");
        setDose({ ...dose, text: "" });
        void refreshRecord(queryClient, childId);
      } else {
        await refreshRecord(queryClient, childId);
        onSaved(belongsTo === "" ? null : belongsTo);
      }
    },
  });
  const submit = (another: boolean) => {
    const parsed = parseDose(dose.text, dose.unit);
    const found = {
      ...(name.trim() === "" ? { name: t`Please type the name of the medicine.` } : {}),
      ...(parsed.kind === "problem" ? { dose: entryProblem(parsed.problem) } : {}),
      ...(!isDate(when.date) || when.time === ""
        ? { when: t`Please type the day and the time.` }
        : {}),
    };
    setErrors(found);
    if (Object.keys(found).length === 0) {
      save.mutate({
        medicine: {
          at: momentOf(when, time_zone),
          name: name.trim(),
          dose: parsed.kind === "ok" ? parsed.value : null,
        },
        another,
      });
    }
  };
  const known =
    illnessId !== null && !ongoing.some(({ id: each }) => each === illnessId) ? [illnessId] : [];
  const before = save.isSuccess && save.variables.medicine.name;
  const earlier = [
    ...new Set(ongoing.flatMap(({ medicines }) => medicines.map((each) => each.name))),
  ];
  return (
    <form
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <Stack gap="lg">
        {before !== false && (
          <Notice tone="good" role="status">
            <Trans>{before} is saved. Here is the next one.</Trans>
          </Notice>
        )}
        {save.isError && (
          <Notice tone="look" role="alert">
            {problem(save.error)}
          </Notice>
        )}
        <TextInput
          label={t`Medicine`}
          autoComplete="off"
          maxLength={100}
          list="earlier-medicines"
          value={name}
          error={errors.name}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
        <datalist id="earlier-medicines">
          {earlier.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <DoseField label={t`How much`} value={dose} onChange={setDose} error={errors.dose} />
        <MomentField format={date_format} value={when} onChange={setWhen} error={errors.when} />
        <NativeSelect
          label={t`Belongs to`}
          value={belongsTo}
          onChange={({ currentTarget }) => {
            setBelongsTo(currentTarget.value);
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
            submit(true);
          }}
        >
          <Trans>Save and add another</Trans>
        </Button>
      </Stack>
    </form>
  );
}
