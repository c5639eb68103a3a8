import { Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { usePreferences } from "../../api/account";
import type { InstanceHealth } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Row, Rows } from "../../ui/rows";
import { RetryButton } from "../../ui/state";
import { healthQuery } from "./queries";

/** Whether everything behind the app runs. */
export function HealthCard() {
  const problem = useProblemSentence();
  const health = useQuery(healthQuery);
  return (
    <Card labelledBy="health">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="health">
            <Trans>How it runs</Trans>
          </Title>
          <Text c="dimmed" size="sm">
            <Trans>Files and letters are looked at every five minutes.</Trans>
          </Text>
        </div>
        {health.isSuccess ? (
          <Parts health={health.data} />
        ) : health.isError ? (
          <Stack gap="sm">
            <Notice tone="look" role="alert">
              {problem(health.error)}
            </Notice>
            <RetryButton onRetry={() => void health.refetch()} />
          </Stack>
        ) : (
          <LoadingRows />
        )}
      </Stack>
    </Card>
  );
}

function Parts({ health }: { health: InstanceHealth }) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const { table, files, mail, clock, versions } = health;
  const moment = (at: string | null) =>
    at === null ? null : formatMoment(at, preferences, i18n.locale);
  const milliseconds = (count: number) =>
    new Intl.NumberFormat(i18n.locale, { style: "unit", unit: "millisecond" }).format(count);
  const [filesAt, mailAt, keySince] = [
    moment(files.checked_at),
    moment(mail.checked_at),
    moment(health.signing_key_since),
  ];
  const tableTime = milliseconds(table.milliseconds);
  const { waiting, given_up } = mail;
  const skew = String(clock.skew_seconds);
  const others = [versions.sweeper, versions.mailer].filter((version) => version !== null);
  const isUneven = others.some((version) => version !== versions.api);
  const pending = versions.pending_migrations.length;
  return (
    <>
      {health.ok ? (
        <Notice tone="good">
          <Trans>Everything runs.</Trans>
        </Notice>
      ) : (
        <Notice tone="look">
          <Trans>Something needs a look. The operations guide says what to do.</Trans>
        </Notice>
      )}
      <Rows label={t`How it runs`}>
        <Row title={t`Records`}>
          <Trans>Answers in {tableTime}.</Trans>
        </Row>
        <Row title={t`Files`}>
          {filesAt === null ? (
            <Trans>Nobody has looked for a day: the background work does not run.</Trans>
          ) : files.ok ? (
            <Trans>In order on {filesAt}.</Trans>
          ) : (
            <Trans>Not in order, or not looked at since {filesAt}.</Trans>
          )}
        </Row>
        <Row title={t`Letters`}>
          {mailAt === null ? (
            <Trans>
              No letters are sent here. Codes from you are the way back into an account.
            </Trans>
          ) : mail.ok ? (
            <Trans>
              {waiting} wait for another try, {given_up} were given up. Looked at on {mailAt}.
            </Trans>
          ) : (
            <Trans>Letters have not been looked at since {mailAt}.</Trans>
          )}
        </Row>
        <Row title={t`Clock`}>
          {clock.ok ? (
            <Trans>In order.</Trans>
          ) : (
            <Trans>The clock is off by {skew} seconds; sign-in and uploads may fail.</Trans>
          )}
        </Row>
        <Row title={t`Version`}>
          <div>{versions.api}</div>
          {isUneven && (
            <div>
              <Trans>Parts of it are of another version: deploy once more.</Trans>
            </div>
          )}
          {pending > 0 && (
            <div>
              <Trans>Migrations to apply: {pending}</Trans>
            </div>
          )}
          {keySince !== null && (
            <div>
              <Trans>The signing key is in use since {keySince}.</Trans>
            </div>
          )}
        </Row>
      </Rows>
    </>
  );
}
