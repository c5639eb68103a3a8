import { Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Page } from "../../ui/page";
import { CloseAccountCard } from "./close-account-card";
import { OutAndInCard } from "./out-and-in-card";
import { PreferencesCard } from "./preferences-card";
import { ProfileCard } from "./profile-card";
import { SecondFactorCard } from "./second-factor-card";
import { SessionsCard } from "./sessions-card";
import { SignInCard } from "./sign-in-card";

interface SettingsPageProps {
  /** Leads to the page of a family, where it is handed over or deleted. */
  familyPath: (familyId: string) => string;
  exportPath: (familyId: string) => string;
  importPath: (familyId: string) => string;
}

export function SettingsPage({ familyPath, exportPath, importPath }: SettingsPageProps) {
  const { t } = useLingui();
  return (
    <Page title={t`Settings`} width="reading">
      <Stack gap="lg">
        <Title order={1}>
          <Trans>Settings</Trans>
        </Title>
        <ProfileCard />
        <PreferencesCard />
        <SignInCard />
        <SecondFactorCard />
        <SessionsCard />
        <OutAndInCard exportPath={exportPath} importPath={importPath} />
        <CloseAccountCard familyPath={familyPath} />
      </Stack>
    </Page>
  );
}
