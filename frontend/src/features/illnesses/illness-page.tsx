import { Button, CloseButton, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { keys } from "../../api/keys";
import { linkedQuery, overviewQuery, refreshRecord } from "../../api/record";
import type { Illness, IllnessDetails } from "../../api/types";
import { daysBetween, formatDate, formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import {
  joined,
  useDoseWords,
  useEntryWords,
  useIllnessLength,
  useIllnessName,
} from "../../lib/record-words";
import { formatTemperature } from "../../lib/units";
import { useToday } from "../../lib/use-today";
import { Card } from "../../ui/card";
import { CloudOffIcon } from "../../ui/icons";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { RecordIcon } from "../../ui/record-icon";
import { RecordList, recordRow, RecordWords } from "../../ui/record-list";
import { RetryButton, State } from "../../ui/state";
import { FeverChart } from "./fever-chart";
import classes from "./illness-page.module.css";
import { detailsOf, illnessQuery, replaceIllness } from "./queries";

export interface IllnessPaths {
  edit: string;
  temperature: string;
  medicine: string;
  visit: (visitId: string) => string;
}

interface IllnessPageProps {
  childId: string;
  illnessId: string;
  back: ReactNode;
  paths: IllnessPaths;
  /** What stands below: files and history. */
  extras: (mayEdit: boolean) => ReactNode;
}

export function IllnessPage({ childId, illnessId, back, paths, extras }: IllnessPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const illness = useQuery(illnessQuery(childId, illnessId));
  return (
    <Page title={t`Illness`} width="reading">
      {back}
      {illness.data !== undefined ? (
        <Loaded illness={illness.data} paths={paths} extras={extras} />
      ) : illness.isError ? (
        <State
          whole
          icon={<CloudOffIcon />}
          title={<Trans>This illness could not be loaded</Trans>}
          action={<RetryButton onRetry={() => void illness.refetch()} />}
        >
          {problem(illness.error)}
        </State>
      ) : (
        <Skeleton height="var(--chart-height)" radius="lg" />
      )}
    </Page>
  );
}

interface LoadedProps extends Pick<IllnessPageProps, "paths" | "extras"> {
  illness: Illness;
}

function Loaded({ illness, paths, extras }: LoadedProps) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const preferences = usePreferences();
  const today = useToday();
  const illnessName = useIllnessName();
  const length = useIllnessLength();
  const doseWords = useDoseWords();
  const overview = useQuery(overviewQuery(queryClient, illness.child_id, today)).data;
  const mayEdit = overview !== undefined && overview.role !== "viewer";
  const replace = useMutation({
    mutationFn: (changed: Partial<IllnessDetails>) =>
      replaceIllness(illness, { ...detailsOf(illness), ...changed }),
    // It is shown as it will be; where that fails, as it is.
    onMutate: async (changed) => {
      const queryKey = keys.illness(illness.child_id, illness.id);
      await queryClient.cancelQueries({ queryKey });
      const shown = { ...illness, ...changed };
      const { started_on, ended_on } = shown;
      const days = ended_on === null ? null : daysBetween(started_on, ended_on) + 1;
      queryClient.setQueryData(queryKey, { ...shown, days });
      return illness;
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.illness(saved.child_id, saved.id), saved);
      return refreshRecord(queryClient, saved.child_id);
    },
    // Perhaps somebody changed it meanwhile: what is shown is brought up to date.
    onError: (_error, _changed, before) => {
      queryClient.setQueryData(keys.illness(illness.child_id, illness.id), before);
      return refreshRecord(queryClient, illness.child_id);
    },
  });
  const date = (value: string) => formatDate(value, preferences.date_format, i18n.locale);
  const moment = (at: string) => formatMoment(at, preferences, i18n.locale);
  const { severity, days_missed, symptoms, notes, tags, ended_on } = illness;
  const childName = overview?.child.name ?? "";
  return (
    <Stack gap="lg">
      <header className={classes.head}>
        <RecordIcon sign="illness" />
        <div className={classes.words}>
          <Title order={1}>{illnessName(illness)}</Title>
          <Text c="dimmed">{joined([childName, length(illness)])}</Text>
        </div>
      </header>
      {replace.isError && (
        <Notice tone="look" role="alert">
          {problem(replace.error)}
        </Notice>
      )}
      {replace.isSuccess && replace.variables.ended_on !== undefined && (
        <Notice tone="good" role="status">
          <Trans>Good to hear. Today is kept as the last day.</Trans>
        </Notice>
      )}
      {mayEdit && (
        <div className={classes.actions}>
          <Button component={Link} to={paths.temperature} variant="light">
            <Trans>Add temperature</Trans>
          </Button>
          <Button component={Link} to={paths.medicine} variant="light">
            <Trans>Add medicine</Trans>
          </Button>
          {ended_on === null && (
            <Button
              variant="default"
              loading={replace.isPending}
              onClick={() => {
                replace.mutate({
                  ended_on: today < illness.started_on ? illness.started_on : today,
                });
              }}
            >
              <Trans>Well again</Trans>
            </Button>
          )}
          <Button component={Link} to={paths.edit} variant="default">
            <Trans>Change</Trans>
          </Button>
        </div>
      )}
      <Card>
        <dl className={classes.facts}>
          <Fact label={<Trans>First day</Trans>}>{date(illness.started_on)}</Fact>
          <Fact label={<Trans>Last day</Trans>}>
            {ended_on === null ? <Trans>Still ill</Trans> : date(ended_on)}
          </Fact>
          {severity !== null && (
            <Fact label={<Trans>Severity</Trans>}>
              <Trans>{severity} of 10</Trans>
            </Fact>
          )}
          {days_missed !== null && <Fact label={<Trans>Days missed</Trans>}>{days_missed}</Fact>}
          {symptoms.length > 0 && (
            <Fact label={<Trans>Symptoms</Trans>}>{symptoms.join(", ")}</Fact>
          )}
          {tags.length > 0 && <Fact label={<Trans>Tags</Trans>}>{tags.join(", ")}</Fact>}
        </dl>
        {notes !== null && (
          <Text className={classes.notes} mt="md">
            {notes}
          </Text>
        )}
      </Card>
      <Card labelledBy="temperatures">
        <Stack gap="sm">
          <Title order={2} size="h3" id="temperatures">
            <Trans>Temperature</Trans>
          </Title>
          {illness.temperatures.length === 0 ? (
            <Text c="dimmed">
              <Trans>No readings yet. The first one begins the fever curve.</Trans>
            </Text>
          ) : (
            <>
              <FeverChart readings={illness.temperatures} />
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">
                      <Trans>When</Trans>
                    </th>
                    <th scope="col">
                      <Trans>Temperature</Trans>
                    </th>
                    {mayEdit && <td />}
                  </tr>
                </thead>
                <tbody>
                  {illness.temperatures.toReversed().map((reading) => {
                    const when = moment(reading.at);
                    return (
                      <tr key={`${reading.at} ${String(reading.temperature.value)}`}>
                        <th scope="row">{when}</th>
                        <td className={classes.value}>
                          {formatTemperature(reading.temperature, i18n.locale)}
                        </td>
                        {mayEdit && (
                          <td>
                            <CloseButton
                              aria-label={t`Remove the reading of ${when}`}
                              disabled={replace.isPending}
                              onClick={() => {
                                replace.mutate({
                                  temperatures: illness.temperatures.filter(
                                    (each) => each !== reading,
                                  ),
                                });
                              }}
                            />
                          </td>
                        )}
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </>
          )}
        </Stack>
      </Card>
      <Card labelledBy="medicines">
        <Stack gap="sm">
          <Title order={2} size="h3" id="medicines">
            <Trans>Medicines given</Trans>
          </Title>
          {illness.medicines.length === 0 ? (
            <Text c="dimmed">
              <Trans>None noted.</Trans>
            </Text>
          ) : (
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>When</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Medicine</Trans>
                  </th>
                  {mayEdit && <td />}
                </tr>
              </thead>
              <tbody>
                {illness.medicines.toReversed().map((medicine) => {
                  const when = moment(medicine.at);
                  const { name } = medicine;
                  return (
                    <tr key={`${medicine.at} ${name}`}>
                      <th scope="row">{when}</th>
                      <td>
                        <span className={classes.value}>{name}</span>
                        {medicine.dose && ` ${doseWords(medicine.dose)}`}
                      </td>
                      {mayEdit && (
                        <td>
                          <CloseButton
                            aria-label={t`Remove ${name} of ${when}`}
                            disabled={replace.isPending}
                            onClick={() => {
                              replace.mutate({
                                medicines: illness.medicines.filter((each) => each !== medicine),
                              });
                            }}
                          />
                        </td>
                      )}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )}
        </Stack>
      </Card>
      {illness.visit_ids.length > 0 && <Visits illness={illness} path={paths.visit} />}
      {extras(mayEdit)}
    </Stack>
  );
}

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Visits({ illness, path }: { illness: Illness; path: (visitId: string) => string }) {
  const { i18n } = useLingui();
  const { date_format } = usePreferences();
  const words = useEntryWords();
  const linked = useQuery(linkedQuery(illness.child_id, illness.id)).data;
  return linked === undefined || linked.visits.length === 0 ? null : (
    <Card labelledBy="visits">
      <Title order={2} size="h3" id="visits">
        <Trans>Visits</Trans>
      </Title>
      <RecordList>
        {linked.visits.map((visit) => {
          const { title, kind, details, date } = words({ kind: "visit", record: visit });
          return (
            <li key={visit.id}>
              <Link to={path(visit.id)} className={recordRow}>
                <RecordWords
                  sign="visit"
                  title={title}
                  details={joined([kind, details])}
                  aside={formatDate(date, date_format, i18n.locale)}
                />
              </Link>
            </li>
          );
        })}
      </RecordList>
    </Card>
  );
}
