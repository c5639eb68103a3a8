import { Button, NativeSelect, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent, type ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { worthAnotherTry } from "../../api/query-client";
import { overviewQuery, refreshRecord } from "../../api/record";
import type { Overview, TemperatureReading } from "../../api/types";
import { dateAndTime, isDate, momentOf } from "../../lib/dates";
import { newId } from "../../lib/ids";
import { useProblemSentence } from "../../lib/problems";
import { joined, useIllnessLength, useIllnessName } from "../../lib/record-words";
import { formatTemperature, parseTemperature } from "../../lib/units";
import { useToday } from "../../lib/use-today";
import { MomentField } from "../../ui/moment-field";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
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

interface TemperatureFormProps {
  overview: Overview;
  illnessId: string | null;
  onSaved: (illnessId: string) => void;
}

function TemperatureForm({ overview, illnessId, onSaved }: TemperatureFormProps) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const entryProblem = useEntryProblem();
  const queryClient = useQueryClient();
  const { units, date_format, time_zone } = usePreferences();
  const illnessName = useIllnessName();
  const length = useIllnessLength();
  const ongoing = overview.last_and_next.ongoing_illnesses;
  const childId = overview.child.id;
  const [newIllness, setNewIllness] = useState(() => newId("ill"));
  const [belongsTo, setBelongsTo] = useState(illnessId ?? ongoing[0]?.id ?? "");
  const [entry, setEntry] = useState<TemperatureEntry>({ text: "", unit: units.temperature });
  const [when, setWhen] = useState(() => dateAndTime(new Date(), time_zone));
  const [error, setError] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: ({ reading }: { reading: TemperatureReading; another: boolean }) =>
      belongsTo === ""
        ? createIllness(childId, newIllness, {
            types: ["fever"],
            started_on: when.date,
            temperatures: [reading],
          })
        : addTemperature(childId, belongsTo, reading),
    retry: worthAnotherTry,
    onSuccess: async (illness, { another }) => {
      if (another) {
        setBelongsTo(illness.id);
        setNewIllness(newId("ill"));
        setEntry({ ...entry, text: "" });
        setWhen(dateAndTime(new Date(), time_zone));
        void refreshRecord(queryClient, childId);
      } else {
        await refreshRecord(queryClient, childId);
        onSaved(illness.id);
      }
    },
  });
  const submit = (another: boolean) => {
    const parsed = parseTemperature({ unit: entry.unit, major: entry.text, minor: "" });
    if (parsed.kind === "empty") {
      setError(t`Please type what the thermometer says.`);
    } else if (parsed.kind === "problem") {
      setError(entryProblem(parsed.problem));
    } else if (!isDate(when.date) || when.time === "") {
      setError(t`Please type the day and the time.`);
    } else {
      setError(null);
      save.mutate({
        reading: { at: momentOf(when, time_zone), temperature: parsed.value },
        another,
      });
    }
  };
  const known =
    illnessId !== null && !ongoing.some(({ id }) => id === illnessId) ? [illnessId] : [];
  const before =
    save.isSuccess && formatTemperature(save.variables.reading.temperature, i18n.locale);
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
        <TemperatureField value={entry} onChange={setEntry} error={error} />
        <MomentField format={date_format} value={when} onChange={setWhen} />
        <NativeSelect
          label={t`Belongs to`}
          value={belongsTo}
          onChange={({ currentTarget }) => {
            setBelongsTo(currentTarget.value);
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
            submit(true);
          }}
        >
          <Trans>Save and add another</Trans>
        </Button>
      </Stack>
    </form>
  );
}
