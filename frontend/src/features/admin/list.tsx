import { Button, Stack, Text, TextInput } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { useProblemSentence } from "../../lib/problems";
import { LoadingRows, MoreButton } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Rows } from "../../ui/rows";
import { RetryButton } from "../../ui/state";
import classes from "./admin-page.module.css";

interface ListProps<Item> {
  query: {
    data: { pages: readonly { items: readonly Item[] }[] } | undefined;
    error: Error | null;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  label: string;
  empty: ReactNode;
  row: (item: Item) => ReactNode;
}

/** A paged list in all its states. */
export function List<Item>({ query, label, empty, row }: ListProps<Item>) {
  const problem = useProblemSentence();
  if (query.data === undefined) {
    return query.error === null ? (
      <LoadingRows rows={5} />
    ) : (
      <Stack gap="sm">
        <Notice tone="look" role="alert">
          {problem(query.error)}
        </Notice>
        <RetryButton
          onRetry={() => {
            query.refetch();
          }}
        />
      </Stack>
    );
  }
  const items = query.data.pages.flatMap((page) => page.items);
  return (
    <Stack gap="sm">
      {items.length === 0 ? (
        <Text c="dimmed">{empty}</Text>
      ) : (
        <Rows label={label}>{items.map(row)}</Rows>
      )}
      <MoreButton query={query} />
    </Stack>
  );
}

interface SearchFieldProps {
  label: string;
  description: string;
  onSearch: (text: string) => void;
}

export function SearchField({ label, description, onSearch }: SearchFieldProps) {
  const [text, setText] = useState("");
  return (
    <form
      role="search"
      className={classes.search}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <TextInput
        label={label}
        description={description}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          if (currentTarget.value === "") {
            onSearch("");
          }
        }}
      />
      <Button type="submit" variant="light">
        <Trans>Search</Trans>
      </Button>
    </form>
  );
}
