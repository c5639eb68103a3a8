import { Button, Stack, Text, Title } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { childrenQuery, familiesQuery } from "../../api/family";
import type { Trashed } from "../../api/types";
import { daysBetween, formatDate, formatMoment, today } from "../../lib/dates";
import { useNames } from "../../lib/names";
import { useProblemSentence } from "../../lib/problems";
import { useKindWords } from "../../lib/record-kinds";
import { dayOf, useRecordTitle } from "../../lib/record-values";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { CloudOffIcon, TrashIcon } from "../../ui/icons";
import { LoadingRows, MoreButton } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { Row, Rows } from "../../ui/rows";
import { RetryButton, State } from "../../ui/state";
import { refreshRecord, restore, trashQuery } from "./queries";

interface TrashPageProps {
  familyId: string;
  choice: ReactNode;
}

/** What was deleted in the last 30 days, to be brought back. */
export function TrashPage({ familyId, choice }: TrashPageProps) {
  const { t } = useLingui();
  return (
    <Page title={t`Trash`} width="reading">
      <Stack gap="lg">
        <div>
          <Title order={1}>
            <Trans>Trash</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>What is deleted stays here for 30 days and can be brought back.</Trans>
          </Text>
        </div>
        {choice}
        <Contents key={familyId} familyId={familyId} />
      </Stack>
    </Page>
  );
}

function Contents({ familyId }: { familyId: string }) {
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const trash = useInfiniteQuery(trashQuery(familyId));
  const family = useQuery(familiesQuery).data?.find(({ id }) => id === familyId);
  const [restored, setRestored] = useState<string | null>(null);
  const bringBack = useMutation({
    mutationFn: ({ item }: { item: Trashed; title: string }) => restore(item),
    onSuccess: (_nothing, { title }) => {
      setRestored(title);
    },
    onSettled: () => refreshRecord(queryClient),
  });
  if (trash.isError && trash.data === undefined) {
    return (
      <State
        icon={<CloudOffIcon />}
        title={<Trans>The trash could not be opened</Trans>}
        action={<RetryButton onRetry={() => void trash.refetch()} />}
      >
        {problem(trash.error)}
      </State>
    );
  }
  if (!trash.isSuccess) {
    return <LoadingRows rows={4} />;
  }
  const items = trash.data.pages.flatMap((page) => page.items);
  const viewer = family?.role === "viewer";
  return (
    <Stack gap="md">
      {restored !== null && !bringBack.isPending && !bringBack.isError && (
        <Notice tone="good" role="status">
          <Trans>{restored} is back.</Trans>
        </Notice>
      )}
      {bringBack.isError && (
        <Notice tone="look" role="alert">
          {problem(bringBack.error)}
        </Notice>
      )}
      {viewer && items.length > 0 && (
        <Text c="dimmed" size="sm" id="only-looking">
          <Trans>You can look at the record, but not change it. Ask a parent to restore.</Trans>
        </Text>
      )}
      {items.length === 0 ? (
        <State icon={<TrashIcon />} title={<Trans>The trash is empty</Trans>}>
          <Trans>When somebody deletes an entry, it waits here.</Trans>
        </State>
      ) : (
        <Card>
          <Rows>
            {items.map((item) => (
              <Item
                key={item.id}
                familyId={familyId}
                item={item}
                withIt={items.find(({ id }) => id === item.trashed_with) ?? null}
                mayRestore={!viewer}
                restoring={bringBack.isPending && bringBack.variables.item.id === item.id}
                onRestore={(title) => {
                  bringBack.mutate({ item, title });
                }}
              />
            ))}
          </Rows>
          <MoreButton query={trash} />
        </Card>
      )}
    </Stack>
  );
}

interface ItemProps {
  familyId: string;
  item: Trashed;
  /** What it was deleted with, and comes back with. */
  withIt: Trashed | null;
  mayRestore: boolean;
  restoring: boolean;
  onRestore: (title: string) => void;
}

function Item({ familyId, item, withIt, mayRestore, restoring, onRestore }: ItemProps) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const names = useNames(familyId);
  const titleOf = useRecordTitle();
  const kindWords = useKindWords();
  const children = useQuery(childrenQuery(familyId)).data;
  const title = titleOf(item.kind, item.details);
  const child = children?.find(({ id }) => id === item.child_id)?.name;
  const day = dayOf(item.details);
  const about = [
    child,
    day === null ? null : formatDate(day, preferences.date_format, i18n.locale),
  ].filter((part) => part != null);
  const who = names(item.deleted_by);
  const when = formatMoment(item.deleted_at, preferences, i18n.locale);
  const days = Math.max(
    0,
    daysBetween(
      today(preferences.time_zone),
      today(preferences.time_zone, new Date(item.expires_at)),
    ),
  );
  const withTitle = withIt === null ? null : titleOf(withIt.kind, withIt.details);
  return (
    <Row
      title={title}
      badges={<Badge>{kindWords(item.kind)}</Badge>}
      action={
        item.trashed_with == null && (
          <Button
            variant="light"
            size="sm"
            loading={restoring}
            disabled={!mayRestore}
            aria-describedby={mayRestore ? undefined : "only-looking"}
            aria-label={t`Restore ${title}`}
            onClick={() => {
              onRestore(title);
            }}
          >
            <Trans>Restore</Trans>
          </Button>
        )
      }
    >
      {about.length > 0 && <div>{about.join(" · ")}</div>}
      <div>
        <Trans>Deleted on {when}</Trans> · {who}
      </div>
      {item.trashed_with == null ? (
        <div>
          <Plural
            value={days}
            _0="Goes for good today"
            one="Goes for good tomorrow"
            other="Goes for good in # days"
          />
        </div>
      ) : (
        <div>
          {withTitle === null ? (
            <Trans>Comes back together with what it was deleted with.</Trans>
          ) : (
            <Trans>Comes back together with {withTitle}.</Trans>
          )}
        </div>
      )}
    </Row>
  );
}
