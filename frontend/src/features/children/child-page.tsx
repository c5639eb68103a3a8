import { Skeleton, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, NavLink, Outlet, useLocation } from "react-router";
import { usePreferences } from "../../api/account";
import { childQuery } from "../../api/family";
import type { Child } from "../../api/types";
import { ageAt, ageOfDays, DAY_OF_STANDING, daysEarly, formatAge } from "../../lib/ages";
import { daysBetween, formatDate, today } from "../../lib/dates";
import { ChildAvatar } from "../../ui/child-avatar";
import { ChevronLeftIcon } from "../../ui/icons";
import { Page } from "../../ui/page";
import { tabs as tabRow, useCurrentTabInSight } from "../../ui/tabs";
import classes from "./child-page.module.css";

interface ChildPageProps {
  childId: string;
  homePath: string;
  /** `end` for a tab whose path is the beginning of the others'. */
  tabs: readonly { path: string; label: ReactNode; end?: boolean }[];
}

/** The frame of everything about one child: who it is, and the tabs. */
export function ChildPage({ childId, homePath, tabs }: ChildPageProps) {
  const { t } = useLingui();
  const row = useCurrentTabInSight(useLocation().pathname);
  // The open tab brings the child along, so that the page is one call.
  const child = useQuery({ ...childQuery(childId), enabled: false }).data;
  return (
    <Page title={t`Child`} width="page">
      <Link to={homePath} className={classes.back}>
        <ChevronLeftIcon />
        <Trans>Home</Trans>
      </Link>
      {child === undefined ? <HeaderSkeleton /> : <Header child={child} />}
      <nav ref={row} className={tabRow.row} aria-label={t`Parts of the record`}>
        {tabs.map(({ path, label, end = false }) => (
          <NavLink key={path} to={path} end={end} className={tabRow.tab}>
            {label}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}

function Header({ child }: { child: Child }) {
  const { i18n } = useLingui();
  const { date_format, time_zone } = usePreferences();
  const now = today(time_zone);
  const age = formatAge(ageAt(child.date_of_birth, now), i18n.locale);
  const early = daysEarly(child);
  const days = daysBetween(child.date_of_birth, now);
  const corrected =
    early > 0 && days < DAY_OF_STANDING && days >= early
      ? formatAge(ageOfDays(days - early, now), i18n.locale)
      : null;
  const birthday = formatDate(child.date_of_birth, date_format, i18n.locale);
  return (
    <header className={classes.header}>
      <ChildAvatar id={child.id} name={child.name} size="lg" />
      <div className={classes.who}>
        <Title order={1} className={classes.name}>
          {child.name}
        </Title>
        <Text c="dimmed">
          {age}
          {corrected !== null && (
            <>
              {" · "}
              <span className={classes.part}>
                <Trans>{corrected} corrected</Trans>
              </span>
            </>
          )}
          {" · "}
          <span className={classes.part}>
            <Trans>born {birthday}</Trans>
          </span>
        </Text>
      </div>
    </header>
  );
}

function HeaderSkeleton() {
  return (
    <div className={classes.header} aria-hidden="true">
      <Skeleton circle height="var(--avatar-lg)" />
      <div className={classes.who}>
        <Skeleton height="var(--mantine-h1-font-size)" width="40%" />
        <Skeleton height="var(--mantine-font-size-md)" width="60%" mt="xs" />
      </div>
    </div>
  );
}
