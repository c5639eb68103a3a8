import { Button, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { accountQuery } from "../../api/account";
import { ApiError } from "../../api/errors";
import { keys } from "../../api/keys";
import { refresh } from "../../api/session";
import type { Family, InvitePreview } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";
import { useRoleWords } from "../../lib/record-kinds";
import { Card } from "../../ui/card";
import { CloudOffIcon, CompassIcon, HeartIcon } from "../../ui/icons";
import { LoadingRows } from "../../ui/loading";
import { Logo } from "../../ui/logo";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { RetryButton, State } from "../../ui/state";
import { acceptInvite, previewInvite } from "./queries";
import { useRoleExplanation } from "./role-choice";

interface InvitePageProps {
  /** The secret of the link; empty where the link is not complete. */
  token: string;
  signedIn: boolean;
  paths: { start: string; signIn: string; signUp: string };
  /** Signs out, to come back as somebody else. */
  onSwitch: () => void;
  /** Why that did not work. */
  switchProblem: Error | null;
  onAccepted: (family: Family) => Promise<void>;
}

/** Where the link of an invitation leads: who invites to what, and yes or no. */
export function InvitePage(props: InvitePageProps) {
  const { token, paths } = props;
  const { t } = useLingui();
  const problem = useProblemSentence();
  const preview = useQuery({
    queryKey: ["invite", token],
    queryFn: () => previewInvite(token),
    enabled: token !== "",
    // An invitation can be used up at any moment.
    staleTime: 0,
    gcTime: 0,
  });
  const home = (
    <Button component={Link} to={paths.start} variant="default">
      <Trans>Go to the start</Trans>
    </Button>
  );
  return (
    <Page title={t`Invitation`} width="form">
      <Stack gap="lg">
        <Logo />
        {token === "" || isGone(preview.error) ? (
          <State
            whole
            icon={<CompassIcon />}
            title={
              token === "" ? (
                <Trans>This link is not complete</Trans>
              ) : (
                <Trans>This invitation does not hold any more</Trans>
              )
            }
            action={home}
          >
            {token === "" ? (
              <Trans>
                Open the link as you got it. If it was cut, copy all of it into the address bar.
              </Trans>
            ) : (
              <Trans>
                It was used, withdrawn, or older than seven days. Ask whoever invited you for a new
                one. If you accepted it yourself, the family is already yours.
              </Trans>
            )}
          </State>
        ) : preview.isSuccess ? (
          <Invited {...props} preview={preview.data} />
        ) : preview.isError ? (
          <State
            whole
            icon={<CloudOffIcon />}
            title={<Trans>The invitation could not be opened</Trans>}
            action={<RetryButton onRetry={() => void preview.refetch()} />}
          >
            {problem(preview.error)}
          </State>
        ) : (
          <LoadingRows />
        )}
      </Stack>
    </Page>
  );
}

interface InvitedProps extends InvitePageProps {
  preview: InvitePreview;
}

function Invited({ preview, signedIn, paths, ...rest }: InvitedProps) {
  const roleWords = useRoleWords();
  const explained = useRoleExplanation();
  const { inviter, family, role } = preview;
  const roleName = roleWords(role);
  return (
    <Card>
      <Stack gap="md">
        <Title order={1} size="h2">
          <Trans>
            {inviter} invites you to {family}
          </Trans>
        </Title>
        <div>
          <Text fw={600}>
            <Trans>Your role: {roleName}</Trans>
          </Text>
          <Text c="dimmed">{explained(role)}</Text>
        </div>
        {signedIn ? (
          <Accept family={family} {...rest} />
        ) : (
          <>
            <Text c="dimmed">
              <Trans>
                Trajectory is a health record for families. You need an account to join; after that
                you come back here.
              </Trans>
            </Text>
            <Button component={Link} to={paths.signUp} leftSection={<HeartIcon />}>
              <Trans>Create an account and join</Trans>
            </Button>
            <Button component={Link} to={paths.signIn} variant="default">
              <Trans>I have an account</Trans>
            </Button>
          </>
        )}
      </Stack>
    </Card>
  );
}

interface AcceptProps {
  token: string;
  family: string;
  onSwitch: () => void;
  switchProblem: Error | null;
  onAccepted: (family: Family) => Promise<void>;
}

function Accept({ token, family, onSwitch, switchProblem, onAccepted }: AcceptProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const account = useQuery(accountQuery).data;
  const accept = useMutation({
    mutationFn: async () => {
      const joined = await acceptInvite(token);
      // The new access token knows the family.
      await refresh();
      return joined;
    },
    onSuccess: async (joined) => {
      void queryClient.invalidateQueries({ queryKey: keys.families });
      await onAccepted(joined);
    },
  });
  const failed = accept.error ?? switchProblem;
  const name = account?.name ?? "";
  const email = account?.email ?? "";
  return (
    <>
      {failed !== null && (
        <Notice tone="look" role="alert">
          {isGone(failed)
            ? t`Somebody has just used or withdrawn this invitation. Ask for a new one.`
            : failed instanceof ApiError && failed.code === "already_member"
              ? t`You belong to this family already. The invitation stays open for somebody else.`
              : problem(failed)}
        </Notice>
      )}
      <Button
        loading={accept.isPending}
        leftSection={<HeartIcon />}
        onClick={() => {
          accept.mutate();
        }}
      >
        <Trans>Join {family}</Trans>
      </Button>
      <Text size="sm" c="dimmed">
        <Trans>
          You are signed in as {name} ({email}).
        </Trans>
      </Text>
      <Button variant="default" onClick={onSwitch}>
        <Trans>Use another account</Trans>
      </Button>
    </>
  );
}

function isGone(error: Error | null): boolean {
  return error instanceof ApiError && (error.code === "invite_gone" || error.status === 400);
}
