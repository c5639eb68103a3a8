import { Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Page } from "../../ui/page";
import { PreferencesCard } from "./preferences-card";
import { ProfileCard } from "./profile-card";
import { SessionsCard } from "./sessions-card";

export function SettingsPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Settings`} width="reading">
      <Stack gap="lg">
        <Title order={1}>
          <Trans>Settings</Trans>
        </Title>
        <ProfileCard />
        <PreferencesCard />
        <SessionsCard />
      </Stack>
    </Page>
  );
}
