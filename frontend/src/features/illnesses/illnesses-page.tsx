import { Button, Group, NativeSelect, Skeleton, Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { usePreferences } from "../../api/account";
import { homeQuery } from "../../api/record";
import type { Child } from "../../api/types";
import { isDate } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { illnessTypes, useIllnessTypeName } from "../../lib/record-words";
import { useToday } from "../../lib/use-today";
import { Card } from "../../ui/card";
import { DateField } from "../../ui/date-field";
import { CalendarIcon, CloudOffIcon, HeartIcon } from "../../ui/icons";
import { Page } from "../../ui/page";
import { RetryButton, State } from "../../ui/state";
import { IllnessRows } from "./illness-rows";
import classes from "./illnesses-page.module.css";
import { familyIllnessesQuery, type IllnessFilters } from "./queries";

interface IllnessesPageProps {
  familyId: string;
  paths: { heatmap: string; illness: (childId: string, illnessId: string) => string };
}

/** All illnesses of a family; the filters are in the address. */
export function IllnessesPage({ familyId, paths }: IllnessesPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const [filters, change] = useFilters();
  const list = useInfiniteQuery(familyIllnessesQuery(familyId, filters));
  const home = useQuery(homeQuery(useQueryClient(), familyId, useToday())).data;
  const children = home?.children ?? [];
  const illnesses = list.data?.pages.flatMap(({ items }) => items);
  const filtered = Object.values(filters).some((filter) => filter !== null);
  return (
    <Page title={t`Illnesses`} width="page">
      <Stack gap="lg">
        <Group justify="space-between">
          <Title order={1}>
            <Trans>Illnesses</Trans>
          </Title>
          <Button
            component={Link}
            to={paths.heatmap}
            variant="default"
            leftSection={<CalendarIcon />}
          >
            <Trans>The year at a glance</Trans>
          </Button>
        </Group>
        <Filters items={children} filters={filters} onChange={change} />
        {illnesses === undefined ? (
          list.isError ? (
            <State
              icon={<CloudOffIcon />}
              title={<Trans>The illnesses could not be loaded</Trans>}
              action={<RetryButton onRetry={() => void list.refetch()} />}
            >
              {problem(list.error)}
            </State>
          ) : (
            <Skeleton height="var(--chart-height)" radius="lg" />
          )
        ) : illnesses.length === 0 ? (
          <Card>
            {filtered ? (
              <State icon={<HeartIcon />} title={<Trans>Nothing fits these filters</Trans>} />
            ) : (
              <State icon={<HeartIcon />} title={<Trans>No illness noted</Trans>}>
                <Trans>
                  When something goes round, its days, fever and medicines are kept here.
                </Trans>
              </State>
            )}
          </Card>
        ) : (
          <Card>
            <IllnessRows
              illnesses={illnesses}
              path={({ child_id, id }) => paths.illness(child_id, id)}
              childName={(childId) => children.find(({ id }) => id === childId)?.name ?? ""}
            />
          </Card>
        )}
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
    </Page>
  );
}

interface FiltersProps {
  items: readonly Child[];
  filters: IllnessFilters;
  onChange: (change: Partial<IllnessFilters>) => void;
}

function Filters({ items, filters, onChange }: FiltersProps) {
  const { t } = useLingui();
  const { date_format } = usePreferences();
  const typeName = useIllnessTypeName();
  return (
    <div className={classes.filters} role="group" aria-label={t`Filters`}>
      <NativeSelect
        label={t`Child`}
        value={filters.child ?? ""}
        onChange={({ currentTarget }) => {
          onChange({ child: currentTarget.value || null });
        }}
        data={[
          { value: "", label: t`All children` },
          ...items.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t`Type`}
        value={filters.type ?? ""}
        onChange={({ currentTarget }) => {
          onChange({ type: illnessTypes.find((each) => each === currentTarget.value) ?? null });
        }}
        data={[
          { value: "", label: t`All types` },
          ...illnessTypes.map((type) => ({ value: type, label: typeName(type) })),
        ]}
      />
      <DateField
        label={t`From`}
        format={date_format}
        value={filters.from ?? ""}
        onChange={(date) => {
          if (date === "" || isDate(date)) {
            onChange({ from: date || null });
          }
        }}
      />
      <DateField
        label={t`To`}
        format={date_format}
        value={filters.to ?? ""}
        onChange={(date) => {
          if (date === "" || isDate(date)) {
            onChange({ to: date || null });
          }
        }}
      />
    </div>
  );
}

export function readFilters(params: URLSearchParams): IllnessFilters {
  const date = (name: string) => {
    const text = params.get(name) ?? "";
    return isDate(text) ? text : null;
  };
  return {
    child: params.get("child"),
    type: illnessTypes.find((each) => each === params.get("type")) ?? null,
    from: date("from"),
    to: date("to"),
  };
}

function useFilters(): [IllnessFilters, (change: Partial<IllnessFilters>) => void] {
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  return [
    filters,
    (changed) => {
      const entries = Object.entries({ ...filters, ...changed }).flatMap(([name, value]) =>
        value === null ? [] : [[name, value]],
      );
      setParams(new URLSearchParams(entries), { replace: true, preventScrollReset: true });
    },
  ];
}
