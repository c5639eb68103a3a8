import { Anchor, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { ApiError } from "../../api/errors";
import type { HistoryEntry } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useNames } from "../../lib/names";
import { useProblemSentence } from "../../lib/problems";
import { useActionWords } from "../../lib/record-actions";
import { useFieldWords } from "../../lib/record-fields";
import { kindOfId, useKindWords } from "../../lib/record-kinds";
import { useValueWords } from "../../lib/record-values";
import { Card } from "../../ui/card";
import { CloudOffIcon, CompassIcon } from "../../ui/icons";
import { LoadingRows, MoreButton } from "../../ui/loading";
import { Page } from "../../ui/page";
import { RetryButton, State } from "../../ui/state";
import classes from "./history-page.module.css";
import { childQuery, historyQuery } from "./queries";

interface HistoryPageProps {
  childId: string;
  /** The record; none for the child's own details. */
  recordId: string | null;
  childPath: string;
}

/** What became of a record: who changed what, from which value to which. */
export function HistoryPage({ childId, recordId, childPath }: HistoryPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const kindWords = useKindWords();
  const child = useQuery(childQuery(childId)).data;
  const history = useInfiniteQuery(historyQuery(childId, recordId));
  const names = useNames(child?.family_id);
  const kind = kindWords(recordId === null ? "child" : kindOfId(recordId));
  const childName = child?.name ?? t`Child`;
  return (
    <Page title={t`History`} width="reading">
      {history.isError && history.data === undefined ? (
        <State
          whole
          icon={isMissing(history.error) ? <CompassIcon /> : <CloudOffIcon />}
          title={<Trans>There is no history to show</Trans>}
          action={<RetryButton onRetry={() => void history.refetch()} />}
        >
          {problem(history.error)}
        </State>
      ) : (
        <Stack gap="lg">
          <div>
            <Anchor component={Link} to={childPath} size="sm">
              {childName}
            </Anchor>
            <Title order={1}>
              <Trans>History</Trans>
            </Title>
            <Text c="dimmed">{recordId === null ? t`The child's own details` : kind}</Text>
          </div>
          {history.isSuccess ? (
            <>
              <ol className={classes.entries}>
                {history.data.pages
                  .flatMap(({ items }) => items)
                  .map((entry) => (
                    <li key={entry.rev}>
                      <Entry entry={entry} who={names(entry.by)} />
                    </li>
                  ))}
              </ol>
              <MoreButton query={history} />
            </>
          ) : (
            <LoadingRows rows={4} />
          )}
        </Stack>
      )}
    </Page>
  );
}

function Entry({ entry, who }: { entry: HistoryEntry; who: string }) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const actionWords = useActionWords();
  const fieldWords = useFieldWords();
  const valueWords = useValueWords();
  const nothing = t({ message: "—", comment: "An empty field" });
  const created = entry.action === "created";
  const when = formatMoment(entry.at, preferences, i18n.locale);
  const shown = entry.changes
    .map(({ field, from, to }) => ({
      field,
      label: fieldWords(field),
      from: valueWords(from, field),
      to: valueWords(to, field),
    }))
    .filter(({ from, to }) => from !== to);
  return (
    <Card>
      <Text fw={600}>{actionWords(entry.action)}</Text>
      <Text c="dimmed" size="sm">
        {who} · {when}
      </Text>
      {shown.length > 0 && (
        <dl className={classes.changes}>
          {shown.map(({ field, label, from, to }) => (
            <div key={field} className={classes.change}>
              <dt>{label}</dt>
              <dd>
                {!created && (
                  <>
                    <del className={classes.from}>{from === "" ? nothing : from}</del>
                    <span aria-hidden="true"> → </span>
                  </>
                )}
                <ins className={classes.to}>{to === "" ? nothing : to}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

function isMissing(error: Error): boolean {
  return error instanceof ApiError && error.status === 404;
}
