import { Button, NativeSelect, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { worthAnotherTry } from "../../api/query-client";
import { overviewQuery, refreshRecord } from "../../api/record";
import type { Overview, TemperatureReading } from "../../api/types";
import { dateAndTime, isDate, momentOf } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { joined, useIllnessLength, useIllnessName } from "../../lib/record-words";
import { formatTemperature, parseTemperature } from "../../lib/units";
import { useDraft, useDraftForm } from "../../lib/use-draft";
import { useToday } from "../../lib/use-today";
import { DraftNotice } from "../../ui/draft-notice";
import { MomentField } from "../../ui/moment-field";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { SaveProblem } from "../../ui/save-problem";
import { useEntryProblem } from "../../ui/quantity-field";
import { TemperatureField, type TemperatureEntry } from "../../ui/temperature-field";
import { addTemperature, createIllness } from "./queries";

interface TemperaturePageProps {
  childId: string;
  /** The illness that the reading belongs to, where one is named. */
  illnessId: string | null;
  back: ReactNode;
  onSaved: (illnessId: string) => void;
}

export function TemperaturePage({ childId, illnessId, back, onSaved }: TemperaturePageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const overview = useQuery(overviewQuery(useQueryClient(), childId, useToday()));
  const name = overview.data?.child.name ?? "";
  return (
    <Page title={t`Add temperature`} width="form">
      {back}
      <Stack gap="lg">
        <div>
          <Title order={1}>
            <Trans>Add temperature</Trans>
          </Title>
          <Text c="dimmed">{name}</Text>
        </div>
        {overview.data !== undefined ? (
          <TemperatureForm overview={overview.data} illnessId={illnessId} onSaved={onSaved} />
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

const TEMPERATURE_FORM = "temperature-form";

interface TemperatureFormValues {
  entry: TemperatureEntry;
  when: { date: string; time: string };
  /** The illness; empty for a new one. */
  belongs_to: string;
}

interface TemperatureFormProps {
  overview: Overview;
  illnessId: string | null;
  onSaved: (illnessId: string) => void;
}

function TemperatureForm({ overview, illnessId, onSaved }: TemperatureFormProps) {
  const { t, i18n } = useLingui();
  const entryProblem = useEntryProblem();
  const queryClient = useQueryClient();
  const { units, date_format, time_zone } = usePreferences();
  const illnessName = useIllnessName();
  const length = useIllnessLength();
  const ongoing = overview.last_and_next.ongoing_illnesses;
  const childId = overview.child.id;
  const draft = useDraft(
    { kind: "temperature", about: childId, record: illnessId ?? "new" },
    "ill",
  );
  const { form, onDiscard, next } = useDraftForm<TemperatureFormValues>(draft, null, {
    initialValues: {
      entry: { text: "", unit: units.temperature },
      when: dateAndTime(new Date(), time_zone),
      belongs_to: illnessId ?? ongoing[0]?.id ?? "",
    },
    validate: {
      entry: (entry) => {
        const parsed = parsedEntry(entry);
        return parsed.kind === "empty"
          ? t`Please type what the thermometer says.`
          : parsed.kind === "problem"
            ? entryProblem(parsed.problem)
            : null;
      },
      when: ({ date, time }) =>
        !isDate(date) || time === "" ? t`Please type the day and the time.` : null,
    },
  });
  const { belongs_to: belongsTo, entry, when } = form.values;
  const save = useMutation({
    mutationFn: ({ reading }: { reading: TemperatureReading; another: boolean }) =>
      belongsTo === ""
        ? createIllness(childId, draft.id, {
            types: ["fever"],
            started_on: when.date,
            temperatures: [reading],
          })
        : addTemperature(childId, belongsTo, reading),
    retry: worthAnotherTry,
    onSuccess: async (illness, { another }) => {
      if (another) {
        next({
          belongs_to: illness.id,
          entry: { ...entry, text: "" },
          when: dateAndTime(new Date(), time_zone),
        });
        void refreshRecord(queryClient, childId);
      } else {
        draft.clear();
        await refreshRecord(queryClient, childId);
        onSaved(illness.id);
      }
    },
  });
  const submit = (another: boolean) =>
    form.onSubmit((valid) => {
      const parsed = parsedEntry(valid.entry);
      if (parsed.kind === "ok") {
        save.mutate({
          reading: { at: momentOf(valid.when, time_zone), temperature: parsed.value },
          another,
        });
      }
    });
  const known =
    illnessId !== null && !ongoing.some(({ id }) => id === illnessId) ? [illnessId] : [];
  const before =
    save.isSuccess && formatTemperature(save.variables.reading.temperature, i18n.locale);
  return (
    <form id={TEMPERATURE_FORM} noValidate onSubmit={submit(false)}>
      <Stack gap="lg">
        <DraftNotice onDiscard={onDiscard} />
        {before !== false && (
          <Notice tone="good" role="status">
            <Trans>{before} is saved. Here is the next one.</Trans>
          </Notice>
        )}
        <SaveProblem error={save.error} form={TEMPERATURE_FORM} />
        <TemperatureField
          value={entry}
          onChange={(changed) => {
            form.setFieldValue("entry", changed);
          }}
          error={form.errors.entry}
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
            ...known.map((id) => ({ value: id, label: t`The illness you came from` })),
            ...ongoing.map((illness) => ({
              value: illness.id,
              label: joined([illnessName(illness), length(illness)]),
            })),
            // One that was begun with the reading just before.
            ...(belongsTo !== "" &&
            !known.includes(belongsTo) &&
            !ongoing.some(({ id }) => id === belongsTo)
              ? [{ value: belongsTo, label: illnessName({ types: ["fever"], other_name: null }) }]
              : []),
            { value: "", label: t`A new illness: fever` },
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

function parsedEntry({ unit, text }: TemperatureEntry) {
  return parseTemperature({ unit, major: text, minor: "" });
}
