import { Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Page } from "../../ui/page";
import { CloseAccountCard } from "./close-account-card";
import { PreferencesCard } from "./preferences-card";
import { ProfileCard } from "./profile-card";
import { SecondFactorCard } from "./second-factor-card";
import { SessionsCard } from "./sessions-card";
import { SignInCard } from "./sign-in-card";

/** `familyPath` leads to the page of a family, where it is handed over or deleted. */
export function SettingsPage({ familyPath }: { familyPath: (familyId: string) => string }) {
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
        <CloseAccountCard familyPath={familyPath} />
      </Stack>
    </Page>
  );
}
