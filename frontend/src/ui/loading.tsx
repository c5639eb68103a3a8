import { Button, Skeleton, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";

/** Rows that are on their way. */
export function LoadingRows({ rows = 3 }: { rows?: number }) {
  const { t } = useLingui();
  return (
    <Stack gap="sm" role="status" aria-label={t`Loading`}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height="var(--thumb)" />
      ))}
    </Stack>
  );
}

/** The next page of a list, where there is one. */
export function MoreButton({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  return query.hasNextPage ? (
    <Button
      variant="default"
      fullWidth
      loading={query.isFetchingNextPage}
      onClick={() => {
        query.fetchNextPage();
      }}
    >
      <Trans>Show more</Trans>
    </Button>
  ) : null;
}
