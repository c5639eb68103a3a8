import { Button, Group, Skeleton, Stack, Title } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { overviewQuery } from "../../api/record";
import { useProblemSentence } from "../../lib/problems";
import { useToday } from "../../lib/use-today";
import { Card } from "../../ui/card";
import { CloudOffIcon, HeartIcon, PlusIcon } from "../../ui/icons";
import { RetryButton, State } from "../../ui/state";
import { IllnessRows } from "./illness-rows";
import { childIllnessesQuery } from "./queries";

interface IllnessesTabProps {
  childId: string;
  paths: { add: string; illness: (illnessId: string) => string };
}

export function IllnessesTab({ childId, paths }: IllnessesTabProps) {
  const problem = useProblemSentence();
  const overview = useQuery(overviewQuery(useQueryClient(), childId, useToday())).data;
  const list = useInfiniteQuery(childIllnessesQuery(childId));
  const mayEdit = overview !== undefined && overview.role !== "viewer";
  if (list.isError && list.data === undefined) {
    return (
      <State
        icon={<CloudOffIcon />}
        title={<Trans>The illnesses could not be loaded</Trans>}
        action={<RetryButton onRetry={() => void list.refetch()} />}
      >
        {problem(list.error)}
      </State>
    );
  }
  if (list.data === undefined) {
    return <Skeleton height="var(--chart-height)" radius="lg" />;
  }
  const illnesses = list.data.pages.flatMap(({ items }) => items);
  const add = mayEdit && (
    <Button component={Link} to={paths.add} leftSection={<PlusIcon />}>
      <Trans>Add illness</Trans>
    </Button>
  );
  if (illnesses.length === 0) {
    return (
      <Card>
        <State icon={<HeartIcon />} title={<Trans>No illness noted</Trans>} action={add}>
          <Trans>When something goes round, its days, fever and medicines are kept here.</Trans>
        </State>
      </Card>
    );
  }
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2}>
          <Trans>Illnesses</Trans>
        </Title>
        {add}
      </Group>
      <Card>
        <IllnessRows illnesses={illnesses} path={({ id }) => paths.illness(id)} />
      </Card>
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
    </Stack>
  );
}
