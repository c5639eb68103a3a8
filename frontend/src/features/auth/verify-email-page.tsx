import { Button, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { openApi } from "../../api/client";
import { ApiError, bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import { useProblemSentence } from "../../lib/problems";
import { CloudOffIcon, CompassIcon, HeartIcon } from "../../ui/icons";
import { LoadingRows } from "../../ui/loading";
import { Logo } from "../../ui/logo";
import { Page } from "../../ui/page";
import { RetryButton, State } from "../../ui/state";

interface VerifyEmailPageProps {
  token: string;
  startPath: string;
  settingsPath: string;
}

/** Where the link of a letter leads that asks whether an address is the person's own. */
export function VerifyEmailPage({ token, startPath, settingsPath }: VerifyEmailPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  // Confirming twice is no error, so it may be asked like a question.
  const verify = useQuery({
    queryKey: ["verify-email", token],
    queryFn: async () => {
      await bodyOf(openApi.POST("/api/auth/verify-email", { body: { token } }));
      await queryClient.invalidateQueries({ queryKey: keys.account, exact: true });
      return true;
    },
    enabled: token !== "",
    staleTime: Infinity,
  });
  const refused = token === "" || (verify.error instanceof ApiError && verify.error.status === 400);
  return (
    <Page title={t`Confirm your email`} width="form">
      <Stack gap="lg">
        <Logo />
        {refused ? (
          <State
            whole
            icon={<CompassIcon />}
            title={<Trans>This link does not hold any more</Trans>}
            action={
              <Button component={Link} to={settingsPath} variant="default">
                <Trans>Go to the settings</Trans>
              </Button>
            }
          >
            <Trans>It has run out, or belongs to another address. Ask for a new letter.</Trans>
          </State>
        ) : verify.isSuccess ? (
          <State
            whole
            icon={<HeartIcon />}
            title={<Trans>Your email is confirmed</Trans>}
            action={
              <Button component={Link} to={startPath}>
                <Trans>Go to the start</Trans>
              </Button>
            }
          >
            <Trans>Now a forgotten password is no problem.</Trans>
          </State>
        ) : verify.isError ? (
          <State
            whole
            icon={<CloudOffIcon />}
            title={<Trans>Your email could not be confirmed</Trans>}
            action={<RetryButton onRetry={() => void verify.refetch()} />}
          >
            {problem(verify.error)}
          </State>
        ) : (
          <LoadingRows />
        )}
      </Stack>
    </Page>
  );
}
