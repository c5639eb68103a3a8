import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { overviewQuery } from "../../api/record";
import type { EventType, MedicalEvent } from "../../api/types";
import { formatDate } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { eventTypes, joined, useDoseWords, useEntryWords } from "../../lib/record-words";
import { useToday } from "../../lib/use-today";
import { Card } from "../../ui/card";
import { CloudOffIcon, HeartIcon, PlusIcon } from "../../ui/icons";
import { RecordList, recordRow, RecordWords } from "../../ui/record-list";
import { RetryButton, State } from "../../ui/state";
import { GivenNow } from "./given-now";
import { childEventsQuery } from "./queries";

interface EventsTabProps {
  childId: string;
  paths: { add: (type: EventType) => string; event: (eventId: string) => string };
}

export function EventsTab({ childId, paths }: EventsTabProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const overview = useQuery(overviewQuery(useQueryClient(), childId, useToday())).data;
  const list = useInfiniteQuery(childEventsQuery(childId));
  const mayEdit = overview !== undefined && overview.role !== "viewer";
  if (list.isError && list.data === undefined) {
    return (
      <State
        icon={<CloudOffIcon />}
        title={<Trans>The vaccines and events could not be loaded</Trans>}
        action={<RetryButton onRetry={() => void list.refetch()} />}
      >
        {problem(list.error)}
      </State>
    );
  }
  if (list.data === undefined) {
    return <Skeleton height="var(--chart-height)" radius="lg" />;
  }
  const events = list.data.pages.flatMap(({ items }) => items);
  const running = events.filter(({ type, ended_on }) => type === "medication" && ended_on === null);
  const others = events.filter((event) => !running.includes(event));
  const add = mayEdit && (
    <Group gap="sm">
      <Button component={Link} to={paths.add("vaccine")} leftSection={<PlusIcon />}>
        <Trans>Add vaccine</Trans>
      </Button>
      <Button component={Link} to={paths.add("medication")} variant="default">
        <Trans>Add other</Trans>
      </Button>
    </Group>
  );
  if (events.length === 0) {
    return (
      <Card>
        <State icon={<HeartIcon />} title={<Trans>Nothing entered yet</Trans>} action={add}>
          <Trans>
            Vaccines, medications, allergies, conditions, procedures, tests and hospital stays are
            kept here.
          </Trans>
        </State>
      </Card>
    );
  }
  const heading: Record<EventType, string> = {
    vaccine: t`Vaccines`,
    medication: t`Earlier medications`,
    allergy: t`Allergies`,
    condition: t`Conditions`,
    procedure: t`Procedures`,
    test: t`Tests`,
    hospital_stay: t`Hospital stays`,
  };
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={2}>
          <Trans>Vaccines and events</Trans>
        </Title>
        {add}
      </Group>
      {running.map((event) => (
        <Running key={event.id} event={event} path={paths.event(event.id)} mayEdit={mayEdit} />
      ))}
      {eventTypes.map((type) => {
        const ofType = others.filter((event) => event.type === type);
        return (
          ofType.length > 0 && (
            <Card key={type} labelledBy={`events-${type}`}>
              <Title order={3} id={`events-${type}`}>
                {heading[type]}
              </Title>
              <Rows events={ofType} path={paths.event} />
            </Card>
          )
        );
      })}
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </Stack>
  );
}

function Running({
  event,
  path,
  mayEdit,
}: {
  event: MedicalEvent;
  path: string;
  mayEdit: boolean;
}) {
  const { t } = useLingui();
  const doseWords = useDoseWords();
  const { medication, name, id } = event;
  return (
    <Card labelledBy={`running-${id}`}>
      <Stack gap="sm">
        <div>
          <Title order={3} id={`running-${id}`}>
            {name}
          </Title>
          <Text c="dimmed">
            {joined([medication?.dose && doseWords(medication.dose), medication?.schedule])}
          </Text>
        </div>
        <GivenNow event={event} mayEdit={mayEdit} />
        <Button
          component={Link}
          to={path}
          variant="default"
          aria-label={t`Doses and details of ${name}`}
        >
          <Trans>Doses and details</Trans>
        </Button>
      </Stack>
    </Card>
  );
}

function Rows({
  events,
  path,
}: {
  events: readonly MedicalEvent[];
  path: (eventId: string) => string;
}) {
  const { i18n } = useLingui();
  const { date_format } = usePreferences();
  const words = useEntryWords();
  return (
    <RecordList>
      {events.map((event) => {
        const { title, details, date } = words({ kind: "event", record: event });
        return (
          <li key={event.id}>
            <Link to={path(event.id)} className={recordRow}>
              <RecordWords
                sign={event.type}
                title={title}
                details={details}
                aside={formatDate(date, date_format, i18n.locale)}
              />
            </Link>
          </li>
        );
      })}
    </RecordList>
  );
}
