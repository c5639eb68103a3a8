import { Anchor, Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { AuthFrame } from "./auth-frame";

/** What somebody sees whose account was just deleted. */
export function FarewellPage({ signUpPath }: { signUpPath: string }) {
  const { t } = useLingui();
  return (
    <AuthFrame
      documentTitle={t`Goodbye`}
      title={<Trans>Your account is deleted</Trans>}
      lead={<Trans>Thank you for having been here. All the best to you and your family.</Trans>}
    >
      <Stack gap="md">
        <Text>
          <Trans>
            You are signed out everywhere. What you entered stays with the families that you
            belonged to.
          </Trans>
        </Text>
        <Anchor component={Link} to={signUpPath}>
          <Trans>Create a new account</Trans>
        </Anchor>
      </Stack>
    </AuthFrame>
  );
}
