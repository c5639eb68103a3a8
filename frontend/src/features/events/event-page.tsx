import { Button, CloseButton, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient, useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { keys } from "../../api/keys";
import { overviewQuery, refreshRecord } from "../../api/record";
import type { EventDetails, MedicalEvent } from "../../api/types";
import { formatDate, formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import {
  joined,
  useAllergySeverityName,
  useDoseWords,
  useEventTypeName,
  useSiteName,
} from "../../lib/record-words";
import { useToday } from "../../lib/use-today";
import { Card } from "../../ui/card";
import { CloudOffIcon } from "../../ui/icons";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { RecordIcon } from "../../ui/record-icon";
import { RetryButton, State } from "../../ui/state";
import classes from "./event-page.module.css";
import { GivenNow } from "./given-now";
import { detailsOf, eventQuery, replaceEvent } from "./queries";

export interface EventPaths {
  edit: string;
  visit: (visitId: string) => string;
}

interface EventPageProps {
  childId: string;
  eventId: string;
  back: ReactNode;
  paths: EventPaths;
  /** What stands below: files and history. */
  extras: (mayEdit: boolean) => ReactNode;
}

export function EventPage({ childId, eventId, back, paths, extras }: EventPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const event = useQuery(eventQuery(childId, eventId));
  return (
    <Page title={t`Vaccine or event`} width="reading">
      {back}
      {event.data !== undefined ? (
        <Loaded event={event.data} paths={paths} extras={extras} />
      ) : event.isError ? (
        <State
          whole
          icon={<CloudOffIcon />}
          title={<Trans>This entry could not be loaded</Trans>}
          action={<RetryButton onRetry={() => void event.refetch()} />}
        >
          {problem(event.error)}
        </State>
      ) : (
        <Skeleton height="var(--chart-height)" radius="lg" />
      )}
    </Page>
  );
}

interface LoadedProps extends Pick<EventPageProps, "paths" | "extras"> {
  event: MedicalEvent;
}

function Loaded({ event, paths, extras }: LoadedProps) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const { date_format } = usePreferences();
  const today = useToday();
  const typeName = useEventTypeName();
  const siteName = useSiteName();
  const severityName = useAllergySeverityName();
  const overview = useQuery(overviewQuery(queryClient, event.child_id, today)).data;
  const mayEdit = overview !== undefined && overview.role !== "viewer";
  const replace = useMutation({
    mutationFn: (changed: Partial<EventDetails>) =>
      replaceEvent(event, { ...detailsOf(event), ...changed }),
    onSuccess: (saved) => {
      queryClient.setQueryData(keys.event(saved.child_id, saved.id), saved);
      return refreshRecord(queryClient, saved.child_id);
    },
    // Somebody changed it meanwhile: what is shown is brought up to date.
    onError: () => refreshRecord(queryClient, event.child_id),
  });
  const date = (value: string) => formatDate(value, date_format, i18n.locale);
  const { type, vaccine, medication, allergy, ended_on, visit_id, notes } = event;
  const lasting = ["medication", "allergy", "condition", "hospital_stay"].includes(type);
  const facts: { label: string; value: ReactNode }[] = [
    { label: lasting ? t`First day` : t`Date`, value: date(event.date) },
    {
      label: t`Last day`,
      value: ended_on !== null ? date(ended_on) : lasting ? t`Goes on` : null,
    },
    { label: t`Not given`, value: vaccine?.not_given },
    { label: t`Protects against`, value: vaccine?.diseases?.join(", ") },
    { label: t`Dose number`, value: vaccine?.dose_number },
    { label: t`Lot number`, value: vaccine?.lot },
    { label: t`Where on the body`, value: vaccine?.site && siteName(vaccine.site) },
    { label: t`Manufacturer`, value: vaccine?.manufacturer },
    { label: t`Given by`, value: vaccine?.given_by },
    { label: t`Severity`, value: allergy?.severity && severityName(allergy.severity) },
    { label: t`Reaction`, value: vaccine?.reaction ?? allergy?.reaction },
    { label: t`Result`, value: event.result },
    { label: t`Outcome`, value: event.outcome },
    { label: t`Place`, value: event.place },
    { label: t`Tags`, value: event.tags.join(", ") },
  ].filter(({ value }) => value !== null && value !== undefined && value !== "");
  return (
    <Stack gap="lg">
      <header className={classes.head}>
        <RecordIcon sign={type} />
        <div className={classes.words}>
          <Title order={1}>{event.name}</Title>
          <Text c="dimmed">{joined([typeName(type), overview?.child.name])}</Text>
        </div>
        {mayEdit && (
          <Button component={Link} to={paths.edit} variant="default">
            <Trans>Change</Trans>
          </Button>
        )}
      </header>
      {replace.isError && (
        <Notice tone="look" role="alert">
          {problem(replace.error)}
        </Notice>
      )}
      {medication && (
        <Medication
          event={event}
          mayEdit={mayEdit}
          changing={replace.isPending}
          onChange={replace.mutate}
          today={today}
        />
      )}
      <Card>
        <dl className={classes.facts}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {notes !== null && (
          <Text className={classes.notes} mt="md">
            {notes}
          </Text>
        )}
      </Card>
      {visit_id !== null && (
        <Button component={Link} to={paths.visit(visit_id)} variant="default">
          <Trans>See the visit</Trans>
        </Button>
      )}
      {extras(mayEdit)}
    </Stack>
  );
}

interface MedicationProps {
  event: MedicalEvent;
  mayEdit: boolean;
  changing: boolean;
  onChange: (changed: Partial<EventDetails>) => void;
  today: string;
}

function Medication({ event, mayEdit, changing, onChange, today }: MedicationProps) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const doseWords = useDoseWords();
  const { medication, ended_on } = event;
  const given = medication?.given ?? [];
  return (
    <Card labelledBy="doses">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="doses">
            <Trans>Doses</Trans>
          </Title>
          <Text c="dimmed">
            {joined([medication?.dose && doseWords(medication.dose), medication?.schedule])}
          </Text>
        </div>
        {ended_on === null && <GivenNow event={event} mayEdit={mayEdit} />}
        {mayEdit && ended_on === null && (
          <Button
            variant="default"
            loading={changing}
            onClick={() => {
              onChange({ ended_on: today < event.date ? event.date : today });
            }}
          >
            <Trans>No longer taken</Trans>
          </Button>
        )}
        {given.length > 0 && (
          <ul className={classes.doses} aria-label={t`Given doses`}>
            {given.toReversed().map((dose) => {
              const when = formatMoment(dose.at, preferences, i18n.locale);
              return (
                <li key={dose.at}>
                  <span>{joined([when, dose.dose && doseWords(dose.dose)])}</span>
                  {mayEdit && (
                    <CloseButton
                      aria-label={t`Remove the dose of ${when}`}
                      disabled={changing}
                      onClick={() => {
                        onChange({
                          medication: {
                            ...medication,
                            given: given.filter((each) => each !== dose),
                          },
                        });
                      }}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Stack>
    </Card>
  );
}
