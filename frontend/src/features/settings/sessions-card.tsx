import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { usePreferences } from "../../api/account";
import type { Session } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { RetryButton } from "../../ui/state";
import { sessionsQuery, useEndSession } from "./queries";
import classes from "./sessions-card.module.css";

/** Where this account is signed in. */
export function SessionsCard() {
  const problem = useProblemSentence();
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
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
        {sessions.isSuccess ? (
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
