import { Anchor, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { childrenQuery } from "../../api/family";
import type { AuditEntry } from "../../api/types";
import { formatDate, formatMoment } from "../../lib/dates";
import { useNames } from "../../lib/names";
import { useProblemSentence } from "../../lib/problems";
import { useKindWords } from "../../lib/record-kinds";
import { useActionWords } from "../../lib/record-actions";
import { Card } from "../../ui/card";
import { Choice } from "../../ui/choice";
import { LoadingRows, MoreButton } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { Row, Rows } from "../../ui/rows";
import { RetryButton } from "../../ui/state";
import { auditQuery, readersQuery } from "./queries";

interface AuditPageProps {
  familyId: string;
  choice: ReactNode;
  familyPath: string;
  /** Where the history of a record is. */
  historyPath: (childId: string, recordId: string) => string;
}

type Part = "changes" | "readers";

/** Who changed and who read the record of a family. */
export function AuditPage({ familyId, choice, familyPath, historyPath }: AuditPageProps) {
  const { t } = useLingui();
  const [part, setPart] = useState<Part>("changes");
  return (
    <Page title={t`Who did what`} width="reading">
      <Stack gap="lg">
        <div>
          <Anchor component={Link} to={familyPath} size="sm">
            <Trans>Family</Trans>
          </Anchor>
          <Title order={1}>
            <Trans>Who did what</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>Everybody in the family can see this page.</Trans>
          </Text>
        </div>
        {choice}
        <Choice<Part>
          label={t`Show`}
          value={part}
          onChange={setPart}
          data={[
            { value: "changes", label: t`Changes` },
            { value: "readers", label: t`Readers` },
          ]}
        />
        <Card>
          {part === "changes" ? (
            <Changes key={familyId} familyId={familyId} historyPath={historyPath} />
          ) : (
            <Readers key={familyId} familyId={familyId} />
          )}
        </Card>
      </Stack>
    </Page>
  );
}

function Changes({ familyId, historyPath }: Pick<AuditPageProps, "familyId" | "historyPath">) {
  const problem = useProblemSentence();
  const audit = useInfiniteQuery(auditQuery(familyId));
  if (audit.isError && audit.data === undefined) {
    return <Failed sentence={problem(audit.error)} onRetry={() => void audit.refetch()} />;
  }
  if (!audit.isSuccess) {
    return <LoadingRows rows={6} />;
  }
  const entries = audit.data.pages.flatMap(({ items }) => items);
  return (
    <Stack gap="md">
      {entries.length === 0 && (
        <Text c="dimmed">
          <Trans>Nothing has been changed yet.</Trans>
        </Text>
      )}
      <Rows>
        {entries.map((entry) => (
          <Change
            key={`${entry.record_id} ${String(entry.rev)} ${entry.at}`}
            familyId={familyId}
            entry={entry}
            historyPath={historyPath}
          />
        ))}
      </Rows>
      <MoreButton query={audit} />
    </Stack>
  );
}

interface ChangeProps {
  familyId: string;
  entry: AuditEntry;
  historyPath: (childId: string, recordId: string) => string;
}

function Change({ familyId, entry, historyPath }: ChangeProps) {
  const { i18n } = useLingui();
  const preferences = usePreferences();
  const names = useNames(familyId);
  const kindWords = useKindWords();
  const actionWords = useActionWords();
  const children = useQuery(childrenQuery(familyId)).data;
  const who = names(entry.by);
  const what = kindWords(entry.kind);
  const child = children?.find(({ id }) => id === entry.child_id)?.name;
  const when = formatMoment(entry.at, preferences, i18n.locale);
  const hasHistory = entry.child_id != null;
  const title = child === undefined ? what : `${what} · ${child}`;
  return (
    <Row
      title={
        hasHistory ? (
          <Anchor component={Link} to={historyPath(entry.child_id ?? "", entry.record_id)} fw={600}>
            {title}
          </Anchor>
        ) : (
          title
        )
      }
    >
      {actionWords(entry.action)} · {who} · {when}
    </Row>
  );
}

function Readers({ familyId }: { familyId: string }) {
  const { i18n } = useLingui();
  const problem = useProblemSentence();
  const { date_format } = usePreferences();
  const names = useNames(familyId);
  const readers = useInfiniteQuery(readersQuery(familyId));
  if (readers.isError && readers.data === undefined) {
    return <Failed sentence={problem(readers.error)} onRetry={() => void readers.refetch()} />;
  }
  if (!readers.isSuccess) {
    return <LoadingRows rows={6} />;
  }
  const days = new Map<string, string[]>();
  for (const { day, by } of readers.data.pages.flatMap(({ items }) => items)) {
    days.set(day, [...(days.get(day) ?? []), names(by)]);
  }
  return (
    <Stack gap="md">
      <Rows>
        {[...days].map(([day, people]) => (
          <Row key={day} title={formatDate(day, date_format, i18n.locale)}>
            {new Intl.ListFormat(i18n.locale, { type: "conjunction" }).format(people)}
          </Row>
        ))}
      </Rows>
      <MoreButton query={readers} />
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
