import { Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { usePreferences } from "../../api/account";
import { ApiError } from "../../api/errors";
import type { InstanceSettings, RegistrationMode, Statistics } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { formatSize } from "../../lib/sizes";
import { Card } from "../../ui/card";
import { Choice } from "../../ui/choice";
import { Conflict } from "../../ui/conflict";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { RetryButton } from "../../ui/state";
import classes from "./admin-page.module.css";
import { HealthCard } from "./health-card";
import { actsKey, replaceSettings, settingsQuery, statisticsQuery } from "./queries";

export function OverviewSection() {
  const problem = useProblemSentence();
  const settings = useQuery(settingsQuery);
  const statistics = useQuery(statisticsQuery);
  return (
    <Stack gap="lg">
      <Card labelledBy="statistics">
        <Title order={2} size="h3" id="statistics">
          <Trans>How much there is</Trans>
        </Title>
        <Text c="dimmed" size="sm" mb="md">
          <Trans>Counted in the background, so the last seconds may be missing.</Trans>
        </Text>
        {statistics.data !== undefined ? (
          <Numbers statistics={statistics.data} />
        ) : statistics.isError ? (
          <Failed sentence={problem(statistics.error)} onRetry={() => void statistics.refetch()} />
        ) : (
          <LoadingRows />
        )}
      </Card>
      <HealthCard />
      <Card labelledBy="registration">
        <Title order={2} size="h3" id="registration" mb="md">
          <Trans>Who may sign up</Trans>
        </Title>
        {settings.data !== undefined ? (
          <Registration settings={settings.data} />
        ) : settings.isError ? (
          <Failed sentence={problem(settings.error)} onRetry={() => void settings.refetch()} />
        ) : (
          <LoadingRows rows={1} />
        )}
      </Card>
    </Stack>
  );
}

function Numbers({ statistics }: { statistics: Statistics }) {
  const { t, i18n } = useLingui();
  const names: Record<keyof Statistics, string> = {
    users: t`People`,
    families: t`Families`,
    children: t`Children`,
    visits: t`Visits`,
    measurements: t`Measurements`,
    illnesses: t`Illnesses`,
    events: t`Vaccines and events`,
    attachments: t`Documents`,
    bytes: t`Storage`,
  };
  const number = new Intl.NumberFormat(i18n.locale);
  return (
    <dl className={classes.numbers}>
      {(Object.keys(names) as (keyof Statistics)[]).map((name) => (
        <div key={name} className={classes.number}>
          <dt>{names[name]}</dt>
          <dd>
            {name === "bytes"
              ? formatSize(statistics.bytes, i18n.locale)
              : number.format(statistics[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Registration({ settings }: { settings: InstanceSettings }) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const preferences = usePreferences();
  const queryClient = useQueryClient();
  const theirs = useMutation({
    mutationFn: () => queryClient.query({ ...settingsQuery, staleTime: 0 }),
  });
  const save = useMutation({
    mutationFn: ({ over, mode }: { over: InstanceSettings; mode: RegistrationMode }) =>
      replaceSettings(over, mode),
    onSuccess: (saved) => {
      queryClient.setQueryData(settingsQuery.queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: actsKey });
    },
    onError: (error) => {
      if (isChangedMeanwhile(error)) {
        theirs.mutate();
      }
    },
  });
  const words: Record<RegistrationMode, string> = {
    open: t`Everybody`,
    invite_only: t`Invited`,
    closed: t`Nobody`,
  };
  const explained: Record<RegistrationMode, string> = {
    open: t`Whoever finds this address can create an account and a family.`,
    invite_only: t`Only who has an invitation into a family can create an account.`,
    closed: t`No new accounts. Who has one can still sign in.`,
  };
  const shown = save.isPending ? save.variables.mode : settings.registration;
  if (isChangedMeanwhile(save.error) && save.variables !== undefined && theirs.isSuccess) {
    const { mode } = save.variables;
    const now = theirs.data;
    return (
      <Conflict
        rows={[{ label: t`Who may sign up`, mine: words[mode], theirs: words[now.registration] }]}
        savedAt={formatMoment(new Date(theirs.submittedAt).toISOString(), preferences, i18n.locale)}
        saving={save.isPending}
        onKeepMine={() => {
          save.mutate({ over: now, mode });
        }}
        onTakeTheirs={() => {
          save.reset();
        }}
      />
    );
  }
  return (
    <Stack gap="sm">
      {save.isError && !isChangedMeanwhile(save.error) && (
        <Notice tone="look" role="alert">
          {problem(save.error)}
        </Notice>
      )}
      {save.isSuccess && (
        <Notice tone="good" role="status">
          <Trans>Saved.</Trans>
        </Notice>
      )}
      <Choice<RegistrationMode>
        label={t`New accounts`}
        description={explained[shown]}
        value={shown}
        onChange={(mode) => {
          save.mutate({ over: settings, mode });
        }}
        data={(["open", "invite_only", "closed"] as const).map((value) => ({
          value,
          label: words[value],
        }))}
      />
    </Stack>
  );
}

function Failed({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  return (
    <Stack gap="sm">
      <Notice tone="look" role="alert">
        {sentence}
      </Notice>
      <RetryButton onRetry={onRetry} />
    </Stack>
  );
}

function isChangedMeanwhile(error: Error | null): boolean {
  return error instanceof ApiError && error.status === 412;
}
