import { Button, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "../../api/account";
import { keys } from "../../api/keys";
import type { Family, Invite } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { useRoleWords } from "../../lib/record-kinds";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Row, Rows } from "../../ui/rows";
import { RetryButton } from "../../ui/state";
import { InviteSheet } from "./invite-sheet";
import { invitesQuery, withdrawInvite } from "./queries";

/** The open invitations, for owners. */
export function InvitesCard({ family }: { family: Family }) {
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const invites = useQuery(invitesQuery(family.id));
  const [inviting, setInviting] = useState(false);
  const withdraw = useMutation({
    mutationFn: withdrawInvite,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.invites(family.id) }),
  });
  return (
    <Card labelledBy="invites">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id="invites">
            <Trans>Invitations</Trans>
          </Title>
          <Text c="dimmed" size="sm">
            <Trans>For the other parent, grandparents, or whoever looks after your children.</Trans>
          </Text>
        </div>
        {withdraw.isError && (
          <Notice tone="look" role="alert">
            {problem(withdraw.error)}
          </Notice>
        )}
        {invites.data !== undefined ? (
          invites.data.length > 0 && (
            <Rows>
              {invites.data.map((invite) => (
                <InviteRow
                  key={invite.id}
                  invite={invite}
                  withdrawing={withdraw.isPending && withdraw.variables.id === invite.id}
                  onWithdraw={() => {
                    withdraw.mutate(invite);
                  }}
                />
              ))}
            </Rows>
          )
        ) : invites.isError ? (
          <>
            <Notice tone="look" role="alert">
              {problem(invites.error)}
            </Notice>
            <RetryButton onRetry={() => void invites.refetch()} />
          </>
        ) : (
          <LoadingRows rows={1} />
        )}
        <Button
          variant="light"
          onClick={() => {
            setInviting(true);
          }}
        >
          <Trans>Invite somebody</Trans>
        </Button>
      </Stack>
      {inviting && (
        <InviteSheet
          familyId={family.id}
          onClose={() => {
            setInviting(false);
          }}
        />
      )}
    </Card>
  );
}

interface InviteRowProps {
  invite: Invite;
  withdrawing: boolean;
  onWithdraw: () => void;
}

function InviteRow({ invite, withdrawing, onWithdraw }: InviteRowProps) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const roleWords = useRoleWords();
  const until = formatMoment(invite.expires_at, preferences, i18n.locale);
  const to = invite.email ?? t`By link`;
  return (
    <Row
      title={to}
      badges={<Badge>{roleWords(invite.role)}</Badge>}
      action={
        <Button
          variant="default"
          size="sm"
          loading={withdrawing}
          onClick={onWithdraw}
          aria-label={t`Withdraw the invitation: ${to}`}
        >
          <Trans>Withdraw</Trans>
        </Button>
      }
    >
      <Trans>Open until {until}</Trans>
    </Row>
  );
}
