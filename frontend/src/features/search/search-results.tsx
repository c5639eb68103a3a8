import { Stack, Text, Title } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { childrenQuery } from "../../api/family";
import type { Entry } from "../../api/types";
import { formatDate } from "../../lib/dates";
import { holdsAny, marks } from "../../lib/marks";
import { useProblemSentence } from "../../lib/problems";
import { useFieldWords } from "../../lib/record-fields";
import { useKindWords } from "../../lib/record-kinds";
import { dayOf, useRecordTitle, useValueWords } from "../../lib/record-values";
import { Card } from "../../ui/card";
import { ChildAvatar } from "../../ui/child-avatar";
import { ChevronRightIcon, CloudOffIcon, SearchIcon } from "../../ui/icons";
import { LoadingRows, MoreButton } from "../../ui/loading";
import { RetryButton, State } from "../../ui/state";
import { searchQuery, type Asked } from "./queries";
import classes from "./search-results.module.css";

interface SearchResultsProps {
  familyId: string;
  asked: Asked;
  recordPath: (kind: string, childId: string, recordId: string) => string;
}

export function SearchResults({ familyId, asked, recordPath }: SearchResultsProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const kindWords = useKindWords();
  const found = useInfiniteQuery(searchQuery(familyId, asked));
  if (found.isError && found.data === undefined) {
    return (
      <State
        icon={<CloudOffIcon />}
        title={<Trans>The search did not work</Trans>}
        action={<RetryButton onRetry={() => void found.refetch()} />}
      >
        {problem(found.error)}
      </State>
    );
  }
  if (!found.isSuccess) {
    return <LoadingRows rows={5} />;
  }
  const text = asked.text ?? "";
  const children = found.data.pages.flatMap((page) => page.children);
  const entries = found.data.pages.flatMap(({ items }) => items);
  const count = children.length + entries.length;
  if (count === 0 && !found.hasNextPage) {
    return (
      <div role="status">
        <State icon={<SearchIcon />} title={<Trans>Nothing found</Trans>}>
          <Trans>Fewer or shorter words find more. Parts of words count too.</Trans>
        </State>
      </div>
    );
  }
  const groups = new Map<Entry["kind"], Entry[]>();
  for (const entry of entries) {
    groups.set(entry.kind, [...(groups.get(entry.kind) ?? []), entry]);
  }
  return (
    <Stack gap="lg">
      <Text c="dimmed" role="status">
        {found.hasNextPage ? (
          <Plural value={count} one="# entry so far" other="# entries so far" />
        ) : (
          <Plural value={count} one="# entry" other="# entries" />
        )}
      </Text>
      {children.length > 0 && (
        <Group title={t`Children`} id="found-children">
          {children.map((child) => (
            <Hit
              key={child.id}
              to={recordPath("child", child.id, child.id)}
              childId={child.id}
              childName={child.name}
              kind="child"
              details={child}
              text={text}
            />
          ))}
        </Group>
      )}
      {[...groups].map(([kind, hits]) => (
        <Group key={kind} title={kindWords(kind)} id={`found-${kind}`}>
          {hits.map(({ record }) => (
            <RecordHit
              key={record.id}
              familyId={familyId}
              to={recordPath(kind, record.child_id, record.id)}
              childId={record.child_id}
              kind={kind}
              details={record}
              text={text}
            />
          ))}
        </Group>
      ))}
      <MoreButton query={found} />
    </Stack>
  );
}

function Group({ title, id, children }: { title: string; id: string; children: ReactNode }) {
  return (
    <Card labelledBy={id}>
      <Title order={2} size="h3" id={id} mb="xs">
        {title}
      </Title>
      <ul className={classes.hits}>{children}</ul>
    </Card>
  );
}

type Details = Readonly<Record<string, unknown>>;

interface HitProps {
  to: string;
  childId: string;
  childName: string;
  kind: string;
  details: Details;
  text: string;
}

function RecordHit({ familyId, ...hit }: Omit<HitProps, "childName"> & { familyId: string }) {
  const children = useQuery(childrenQuery(familyId)).data;
  const name = children?.find(({ id }) => id === hit.childId)?.name ?? "";
  return <Hit {...hit} childName={name} />;
}

function Hit({ to, childId, childName, kind, details, text }: HitProps) {
  const { i18n } = useLingui();
  const { date_format } = usePreferences();
  const titleOf = useRecordTitle();
  const excerpts = useExcerpts();
  const day = dayOf(details);
  const title = titleOf(kind, details);
  const date = day === null ? null : formatDate(day, date_format, i18n.locale);
  const about = (kind === "child" ? [date] : [childName, date]).filter((part) => part !== null);
  return (
    <li>
      <Link to={to} className={classes.hit}>
        <ChildAvatar id={childId} name={childName} size="sm" />
        <span className={classes.words}>
          <span className={classes.title}>
            <Marked text={title} search={text} />
          </span>
          {about.length > 0 && <span className={classes.about}>{about.join(" · ")}</span>}
          {excerpts(details, text, title).map(({ field, label, excerpt }) => (
            <span key={field} className={classes.excerpt}>
              {label}: <Marked text={excerpt} search={text} />
            </span>
          ))}
        </span>
        <ChevronRightIcon />
      </Link>
    </li>
  );
}

function Marked({ text, search }: { text: string; search: string }) {
  return marks(text, search).map(({ text: part, marked }, index) =>
    marked ? (
      // The parts of a text have no other identity than their place.
      <mark key={index} className={classes.mark}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}

const LONGEST_EXCERPT = 120;
const MOST_EXCERPTS = 3;

/** The fields in which the words stand, without the one that is shown as the title. */
function useExcerpts(): (
  details: Details,
  search: string,
  title: string,
) => { field: string; label: string; excerpt: string }[] {
  const fieldWords = useFieldWords();
  const valueWords = useValueWords();
  return (details, search, title) =>
    Object.entries(details)
      .filter(
        ([field]) => !/^(id|rev|kind|state|checksum_sha256)$|_id$|_ids$|_by$|_at$/.test(field),
      )
      .map(([field, value]) => ({
        field,
        label: fieldWords(field),
        excerpt: around(valueWords(value, field), search),
      }))
      .filter(({ excerpt }) => excerpt !== title && holdsAny(excerpt, search))
      .slice(0, MOST_EXCERPTS);
}

/** A long text from a little before the first word that was searched. */
function around(text: string, search: string): string {
  if (text.length <= LONGEST_EXCERPT) {
    return text;
  }
  let at = 0;
  for (const { text: part, marked } of marks(text, search)) {
    if (marked) {
      break;
    }
    at += part.length;
  }
  const from = Math.max(0, Math.min(at - LONGEST_EXCERPT / 4, text.length - LONGEST_EXCERPT));
  const start = from === 0 ? 0 : text.indexOf(" ", from) + 1;
  const end = start + LONGEST_EXCERPT;
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
