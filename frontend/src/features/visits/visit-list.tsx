import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useId, type ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import type { Child, Visit } from "../../api/types";
import { daysBetween, today } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { ChildAvatar } from "../../ui/child-avatar";
import { ChevronRightIcon, CloudOffIcon } from "../../ui/icons";
import { RetryButton, State } from "../../ui/state";
import type { visitsQuery } from "./queries";
import classes from "./visit-list.module.css";
import { formatMonth, useVisitMoment, useVisitTitle, useVisitType, VisitTypeIcon } from "./words";

interface VisitListProps {
  query: ReturnType<typeof visitsQuery>;
  /** The children of the family; none where all visits are of one child anyway. */
  childrenById: ReadonlyMap<string, Child> | null;
  visitPath: (visit: Visit) => string;
  /** What stands there when nothing was found. */
  empty: ReactNode;
}

/** Visits by month, page by page. */
export function VisitList({ query, childrenById, visitPath, empty }: VisitListProps) {
  const { i18n } = useLingui();
  const problem = useProblemSentence();
  const visits = useInfiniteQuery(query);
  if (visits.isPending) {
    return <ListSkeleton />;
  }
  if (visits.isError && visits.data === undefined) {
    return (
      <State
        icon={<CloudOffIcon />}
        title={<Trans>The visits could not be loaded</Trans>}
        action={<RetryButton onRetry={() => void visits.refetch()} />}
      >
        {problem(visits.error)}
      </State>
    );
  }
  const items = visits.data.pages.flatMap((page) => page.items);
  if (items.length === 0 && !visits.hasNextPage) {
    return empty;
  }
  return (
    <Stack gap="lg">
      {byMonth(items).map(([month, of]) => (
        <Month key={month} title={formatMonth(month, i18n.locale)}>
          {of.map((visit) => (
            <VisitRow
              key={visit.id}
              visit={visit}
              child={childrenById?.get(visit.child_id)}
              path={visitPath(visit)}
            />
          ))}
        </Month>
      ))}
      {visits.isFetchNextPageError && (
        <Text role="alert" ta="center">
          {problem(visits.error)}
        </Text>
      )}
      {visits.hasNextPage && (
        <Button
          variant="default"
          mx="auto"
          loading={visits.isFetchingNextPage}
          onClick={() => void visits.fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </Stack>
  );
}

interface ComingVisitsProps {
  query: ReturnType<typeof visitsQuery>;
  childrenById: ReadonlyMap<string, Child> | null;
  visitPath: (visit: Visit) => string;
}

/** Appointments of today and to come, the next one first; nothing where there are none. */
export function ComingVisits({ query, childrenById, visitPath }: ComingVisitsProps) {
  const visits = useInfiniteQuery(query);
  const items = visits.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) {
    return null;
  }
  return (
    <div className={classes.coming}>
      <Month title={<Trans>Today and coming up</Trans>}>
        {items.map((visit) => (
          <VisitRow
            key={visit.id}
            visit={visit}
            child={childrenById?.get(visit.child_id)}
            path={visitPath(visit)}
          />
        ))}
      </Month>
      {visits.hasNextPage && (
        <Button
          variant="subtle"
          fullWidth
          loading={visits.isFetchingNextPage}
          onClick={() => void visits.fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </div>
  );
}

function Month({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} className={classes.month}>
        {title}
      </Title>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}

interface VisitRowProps {
  visit: Visit;
  child: Child | undefined;
  path: string;
}

function VisitRow({ visit, child, path }: VisitRowProps) {
  const title = useVisitTitle();
  const type = useVisitType();
  const moment = useVisitMoment();
  const where = [visit.place, visit.doctor].filter((each) => each !== null).join(" · ");
  return (
    <li className={classes.item}>
      <Link to={path} className={classes.row}>
        <span className={classes.icon} data-type={visit.type}>
          <VisitTypeIcon type={visit.type} />
        </span>
        <span className={classes.words}>
          <span className={classes.title}>{title(visit)}</span>
          <span className={classes.second}>
            {child !== undefined && (
              <span className={classes.child}>
                {child.name}
                {" · "}
              </span>
            )}
            {moment(visit)}
            {visit.title !== null && ` · ${type(visit.type)}`}
          </span>
          {where !== "" && <span className={classes.where}>{where}</span>}
          <VisitBadge visit={visit} />
        </span>
        {child !== undefined && (
          <span className={classes.avatar}>
            <ChildAvatar id={child.id} name={child.name} size="sm" />
          </span>
        )}
        <ChevronRightIcon />
      </Link>
    </li>
  );
}

/** What a visit still waits for: its day, or its outcome. */
export function VisitBadge({ visit }: { visit: Visit }) {
  const { t, i18n } = useLingui();
  const { time_zone } = usePreferences();
  const days = daysBetween(today(time_zone), visit.date);
  if (visit.outcome !== null || visit.done) {
    return null;
  }
  if (days < 0) {
    return (
      <span className={classes.badge} data-tone="look">
        <Trans>Outcome missing</Trans>
      </span>
    );
  }
  const relative = new Intl.RelativeTimeFormat(i18n.locale, { numeric: "auto" });
  return (
    <span className={classes.badge}>
      {days === 0 ? t`Today` : days < 14 ? relative.format(days, "day") : t`Appointment`}
    </span>
  );
}

function ListSkeleton() {
  const { t } = useLingui();
  return (
    <Stack gap="sm" role="status" aria-label={t`Loading`}>
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height="calc(var(--thumb) * 1.6)" radius="lg" />
      ))}
    </Stack>
  );
}

function byMonth(visits: readonly Visit[]): [string, Visit[]][] {
  const months = new Map<string, Visit[]>();
  for (const visit of visits) {
    const month = visit.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), visit]);
  }
  return [...months];
}
