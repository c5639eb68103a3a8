import { Button, Skeleton, Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { skipToken, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import { overviewQuery } from "../../api/record";
import type { Entry, Overview } from "../../api/types";
import { formatDate, formatMonth } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { joined, useEntryWords } from "../../lib/record-words";
import { useToday } from "../../lib/use-today";
import { Card } from "../../ui/card";
import { CloudOffIcon, HeartIcon } from "../../ui/icons";
import { RecordList, recordRow, RecordWords } from "../../ui/record-list";
import { RetryButton, State } from "../../ui/state";
import classes from "./timeline-tab.module.css";

interface TimelineTabProps {
  childId: string;
  entryPath: (entry: Entry) => string;
}

const PAGE = 30;

/** Everything of a child, newest first; the first page comes with the overview. */
export function TimelineTab({ childId, entryPath }: TimelineTabProps) {
  const problem = useProblemSentence();
  const overview = useQuery(overviewQuery(useQueryClient(), childId, useToday()));
  if (overview.data === undefined) {
    return overview.isError ? (
      <State
        icon={<CloudOffIcon />}
        title={<Trans>The timeline could not be loaded</Trans>}
        action={<RetryButton onRetry={() => void overview.refetch()} />}
      >
        {problem(overview.error)}
      </State>
    ) : (
      <Stack gap="lg">
        <Skeleton height="calc(var(--thumb) * 1.6)" radius="md" />
        <Skeleton height="var(--chart-height)" radius="lg" />
      </Stack>
    );
  }
  return <Loaded overview={overview.data} entryPath={entryPath} />;
}

function Loaded({
  overview,
  entryPath,
}: {
  overview: Overview;
  entryPath: (entry: Entry) => string;
}) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const childId = overview.child.id;
  const { items, next } = overview.timeline;
  // Older pages follow on demand, from where the first one ended.
  const older = useInfiniteQuery({
    queryKey: [...keys.timeline(childId), next ?? ""] as const,
    queryFn: next
      ? ({ pageParam }) =>
          bodyOf(
            api.GET("/api/children/{child_id}/timeline", {
              params: { path: { child_id: childId }, query: { limit: PAGE, cursor: pageParam } },
            }),
          )
      : skipToken,
    enabled: false,
    initialPageParam: next ?? "",
    getNextPageParam: (page) => page.next,
  });
  const waiting: Entry[] = overview.waiting_for_outcome.map((record) => ({
    kind: "visit",
    record,
  }));
  const entries = [...items, ...(older.data?.pages ?? []).flatMap((page) => page.items)];
  const more = older.data === undefined ? Boolean(next) : older.hasNextPage;
  return (
    <Stack gap="lg">
      <Strip overview={overview} entryPath={entryPath} />
      {waiting.length > 0 && (
        <Card labelledBy="waiting">
          <Title order={2} size="h3" id="waiting">
            <Trans>What came of it?</Trans>
          </Title>
          <Entries entries={waiting} entryPath={entryPath} />
        </Card>
      )}
      {entries.length === 0 ? (
        <Card>
          <State
            icon={<HeartIcon />}
            title={<Trans>The timeline begins with the first entry</Trans>}
          >
            <Trans>
              Visits, measurements, illnesses, vaccines and documents come together here.
            </Trans>
          </State>
        </Card>
      ) : (
        <Card>
          {byMonth(entries).map(({ month, entries: ofMonth }) => (
            <Month key={month} month={month} entries={ofMonth} entryPath={entryPath} />
          ))}
        </Card>
      )}
      {older.isError && problem(older.error)}
      {more && (
        <Button
          variant="default"
          loading={older.isFetching}
          aria-label={t`Show older entries`}
          onClick={() => void (older.data === undefined ? older.refetch() : older.fetchNextPage())}
        >
          <Trans>Show older entries</Trans>
        </Button>
      )}
    </Stack>
  );
}

function Month({
  month,
  entries,
  entryPath,
}: {
  month: string;
  entries: readonly Entry[];
  entryPath: (entry: Entry) => string;
}) {
  const { i18n } = useLingui();
  return (
    <section className={classes.month} aria-labelledby={`month-${month}`}>
      <Title order={2} className={classes.heading} id={`month-${month}`}>
        {formatMonth(`${month}-01`, i18n.locale)}
      </Title>
      <Entries entries={entries} entryPath={entryPath} />
    </section>
  );
}

function Entries({
  entries,
  entryPath,
}: {
  entries: readonly Entry[];
  entryPath: (entry: Entry) => string;
}) {
  const { i18n } = useLingui();
  const { date_format } = usePreferences();
  const words = useEntryWords();
  return (
    <RecordList>
      {entries.map((entry) => {
        const { title, kind, details, date } = words(entry);
        return (
          <li key={entry.record.id}>
            <Link to={entryPath(entry)} className={recordRow}>
              <RecordWords
                sign={entry.kind === "event" ? entry.record.type : entry.kind}
                title={title}
                details={joined([kind, details])}
                aside={formatDate(date, date_format, i18n.locale)}
              />
            </Link>
          </li>
        );
      })}
    </RecordList>
  );
}

/** The last and the next of each thing. */
function Strip({
  overview,
  entryPath,
}: {
  overview: Overview;
  entryPath: (entry: Entry) => string;
}) {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  const words = useEntryWords();
  const { last_and_next: last } = overview;
  const things: { label: string; entry: Entry }[] = [];
  if (last.next_appointment) {
    things.push({ label: t`Next visit`, entry: { kind: "visit", record: last.next_appointment } });
  }
  if (last.last_visit) {
    things.push({ label: t`Last visit`, entry: { kind: "visit", record: last.last_visit } });
  }
  if (last.last_measurement) {
    things.push({
      label: t`Last measured`,
      entry: { kind: "measurement", record: last.last_measurement },
    });
  }
  if (last.last_illness) {
    things.push({
      label: last.last_illness.ended_on === null ? t`Ill now` : t`Last illness`,
      entry: { kind: "illness", record: last.last_illness },
    });
  }
  if (last.last_vaccine) {
    things.push({ label: t`Last vaccine`, entry: { kind: "event", record: last.last_vaccine } });
  }
  return things.length === 0 ? null : (
    <ul className={classes.strip} aria-label={t`Last and next`}>
      {things.map(({ label, entry }) => {
        const { title, details, date } = words(entry);
        return (
          <li key={label}>
            <Link to={entryPath(entry)} className={classes.thing ?? ""}>
              <span className={classes.label}>{label}</span>
              <span className={classes.what}>{entry.kind === "measurement" ? details : title}</span>
              <span className={classes.when}>{formatDate(date, date_format, i18n.locale)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function byMonth(entries: readonly Entry[]): { month: string; entries: Entry[] }[] {
  const months: { month: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const month = dateOf(entry).slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) {
      last.entries.push(entry);
    } else {
      months.push({ month, entries: [entry] });
    }
  }
  return months;
}

function dateOf(entry: Entry): string {
  switch (entry.kind) {
    case "illness":
      return entry.record.started_on;
    case "attachment":
      return entry.record.created_at;
    case "visit":
    case "measurement":
    case "event":
      return entry.record.date;
  }
}
