import { Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { Page } from "../../ui/page";
import { tabs, useCurrentTabInSight } from "../../ui/tabs";
import { ActsSection } from "./acts-section";
import { FamiliesSection } from "./families-section";
import { MailSection } from "./mail-section";
import { OverviewSection } from "./overview-section";
import { UsersSection } from "./users-section";

export type Section = "overview" | "people" | "families" | "mail" | "acts";

interface AdminPageProps {
  section: Section;
  sectionPath: (section: Section) => string;
}

/** What whoever runs an installation can do: people and families, never a family's record. */
export function AdminPage({ section, sectionPath }: AdminPageProps) {
  const { t } = useLingui();
  const row = useCurrentTabInSight(section);
  const names: Record<Section, string> = {
    overview: t`Overview`,
    people: t`People`,
    families: t`Families`,
    mail: t`Failed mail`,
    acts: t`Log`,
  };
  const contents: Record<Section, ReactNode> = {
    overview: <OverviewSection />,
    people: <UsersSection />,
    families: <FamiliesSection />,
    mail: <MailSection />,
    acts: <ActsSection />,
  };
  return (
    <Page title={t`Admin`} width="page">
      <Stack gap="lg">
        <div>
          <Title order={1}>
            <Trans>Admin</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>You look after people and families. Their records stay theirs.</Trans>
          </Text>
        </div>
        <nav ref={row} className={tabs.row} aria-label={t`Parts of the administration`}>
          {(Object.keys(names) as Section[]).map((each) => (
            <NavLink key={each} to={sectionPath(each)} end className={tabs.tab}>
              {names[each]}
            </NavLink>
          ))}
        </nav>
        {contents[section]}
      </Stack>
    </Page>
  );
}
