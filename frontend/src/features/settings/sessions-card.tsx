import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { usePreferences } from "../../api/account";
import type { Session } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { Confirm } from "../../ui/confirm";
import { Notice } from "../../ui/notice";
import { RetryButton } from "../../ui/state";
import { sessionsQuery, useEndSession, useSignOutOthers } from "./queries";
import classes from "./sessions-card.module.css";

/** Where this account is signed in. */
export function SessionsCard() {
  const problem = useProblemSentence();
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  const others = useSignOutOthers();
  const several = (sessions.data?.items.length ?? 0) > 1;
  return (
    <Card labelledBy="sessions">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="sessions">
            <Trans>Signed in on</Trans>
          </Title>
          <Text c="dimmed" size="sm">
            <Trans>A device that you sign out here may stay signed in for up to 15 minutes.</Trans>
          </Text>
        </div>
        {end.isError && (
          <Notice tone="look" role="alert">
            {problem(end.error)}
          </Notice>
        )}
        {others.isError && (
          <Notice tone="look" role="alert">
            {problem(others.error)}
          </Notice>
        )}
        {others.isSuccess && (
          <Notice tone="good" role="status">
            <Trans>All other devices are signed out.</Trans>
          </Notice>
        )}
        {sessions.data !== undefined ? (
          <ul className={classes.list}>
            {sessions.data.items.map((session) => (
              <Item
                key={session.id}
                session={session}
                ending={end.isPending && end.variables === session.id}
                onEnd={() => {
                  end.mutate(session.id);
                }}
              />
            ))}
          </ul>
        ) : sessions.isError ? (
          <>
            <Notice tone="look" role="alert">
              {problem(sessions.error)}
            </Notice>
            <RetryButton onRetry={() => void sessions.refetch()} />
          </>
        ) : (
          <Skeleton height="calc(var(--thumb) * 2)" />
        )}
        {several && (
          <Confirm
            ask={<Trans>Sign out all other devices</Trans>}
            question={<Trans>All other devices are signed out at once.</Trans>}
            yes={<Trans>Yes, sign them out</Trans>}
            no={<Trans>Keep them</Trans>}
            busy={others.isPending}
            onYes={() => {
              others.mutate();
            }}
          />
        )}
      </Stack>
    </Card>
  );
}

interface ItemProps {
  session: Session;
  ending: boolean;
  onEnd: () => void;
}

function Item({ session, ending, onEnd }: ItemProps) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const { device, network } = session;
  const lastUsed = formatMoment(session.last_used_at, preferences, i18n.locale);
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <Text fw={600}>{device}</Text>
        <Text c="dimmed" size="sm">
          {session.current ? (
            <Trans>This device, now · {network}</Trans>
          ) : (
            <Trans>
              Last used {lastUsed} · {network}
            </Trans>
          )}
        </Text>
      </div>
      {!session.current && (
        <Button
          variant="default"
          size="sm"
          loading={ending}
          onClick={onEnd}
          aria-label={t`Sign out ${device}`}
        >
          <Trans>Sign out</Trans>
        </Button>
      )}
    </li>
  );
}
