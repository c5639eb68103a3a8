import { Button, Group, NativeSelect, Stack, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import type { Child } from "../../api/types";
import { addDays, today } from "../../lib/dates";
import { DateField } from "../../ui/date-field";
import { Fold } from "../../ui/fold";
import { CalendarIcon, PlusIcon } from "../../ui/icons";
import { Menu, menuItem } from "../../ui/menu";
import { Page } from "../../ui/page";
import { FindIcon } from "../../ui/record-icons";
import { State } from "../../ui/state";
import { useFilters, visitTypes, type Filters } from "./filters";
import { foundVisitsQuery, homeQuery, visitsQuery } from "./queries";
import { ComingVisits, VisitList } from "./visit-list";
import classes from "./visits-page.module.css";
import { useVisitType } from "./words";

export interface VisitPaths {
  visit: (childId: string, visitId: string) => string;
  newVisit: (childId: string) => string;
}

interface VisitsPageProps {
  familyId: string;
  paths: VisitPaths;
}

/** All visits of a family. */
export function VisitsPage({ familyId, paths }: VisitsPageProps) {
  const { t } = useLingui();
  const [filters, change] = useFilters();
  const [text, setText] = useState("");
  // What is typed waits a moment, so that a word is one search.
  const [words] = useDebouncedValue(text.trim(), 350);
  const home = useQuery(homeQuery(useQueryClient(), familyId)).data;
  const children = home?.children ?? [];
  const mayEdit = home !== undefined && home.family.role !== "viewer";
  return (
    <Page title={t`Visits`} width="page">
      <Stack gap="lg" className={classes.page}>
        <Group justify="space-between" gap="sm">
          <Title order={1}>
            <Trans>Visits</Trans>
          </Title>
          {mayEdit && <AddVisit of={children} chosen={filters.child} path={paths.newVisit} />}
        </Group>
        <FilterBar of={children} filters={filters} onChange={change} text={text} onText={setText} />
        <Visits
          familyId={familyId}
          filters={filters}
          words={words}
          of={children}
          paths={paths}
          onClear={() => {
            setText("");
            change({ child: "", type: "", from: "", to: "" });
          }}
        />
      </Stack>
    </Page>
  );
}

interface VisitsProps extends VisitsPageProps {
  filters: Filters;
  words: string;
  of: readonly Child[];
  onClear: () => void;
}

function Visits({ familyId, filters, words, of, paths, onClear }: VisitsProps) {
  const { time_zone } = usePreferences();
  const now = today(time_zone);
  const whose = { kind: "family", familyId } as const;
  const childrenById = new Map(of.map((child) => [child.id, child]));
  const dated = filters.from !== "" || filters.to !== "";
  const narrowed = dated || filters.child !== "" || filters.type !== "" || words !== "";
  const whole = words !== "" || dated;
  const query =
    words === ""
      ? visitsQuery(whose, dated ? filters : { ...filters, to: addDays(now, -1) })
      : foundVisitsQuery(familyId, filters, words);
  const visitPath = ({ child_id, id }: { child_id: string; id: string }) =>
    paths.visit(child_id, id);
  return (
    <>
      {!whole && (
        <ComingVisits
          query={visitsQuery(whose, { ...filters, from: now, sort: "date" })}
          childrenById={childrenById}
          visitPath={visitPath}
        />
      )}
      <VisitList
        query={query}
        childrenById={childrenById}
        visitPath={visitPath}
        empty={
          narrowed ? (
            <State
              icon={<FindIcon />}
              title={<Trans>No visit fits this</Trans>}
              action={
                <Button variant="default" onClick={onClear}>
                  <Trans>Show all visits</Trans>
                </Button>
              }
            >
              <Trans>Try fewer words or other dates.</Trans>
            </State>
          ) : (
            <State icon={<CalendarIcon />} title={<Trans>No visits so far</Trans>}>
              <Trans>
                Add check-ups, sick visits and appointments, and find again what was said there.
              </Trans>
            </State>
          )
        }
      />
    </>
  );
}

interface FilterBarProps {
  of: readonly Child[];
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
  text: string;
  onText: (text: string) => void;
}

function FilterBar({ of, filters, onChange, text, onText }: FilterBarProps) {
  const { t } = useLingui();
  const { date_format } = usePreferences();
  const typeName = useVisitType();
  const searching = text.trim() !== "";
  return (
    <Stack gap="sm" role="search" aria-label={t`Find visits`}>
      <TextInput
        type="search"
        aria-label={t`Search in the visits`}
        placeholder={t`Doctor, place, outcome …`}
        autoComplete="off"
        leftSection={<FindIcon />}
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => {
          onText(currentTarget.value);
        }}
      />
      <div className={classes.filters}>
        {of.length > 1 && (
          <NativeSelect
            label={t`Child`}
            value={filters.child}
            onChange={({ currentTarget }) => {
              onChange({ child: currentTarget.value });
            }}
            data={[
              { value: "", label: t`All children` },
              ...of.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <NativeSelect
          label={t`Type`}
          value={filters.type}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            onChange({ type: visitTypes.find((type) => type === value) ?? "" });
          }}
          data={[
            { value: "", label: t`All types` },
            ...visitTypes.map((type) => ({ value: type, label: typeName(type) })),
          ]}
        />
        <NativeSelect
          label={t`Order`}
          description={searching ? t`A search shows the newest first.` : undefined}
          disabled={searching}
          value={searching ? "-date" : filters.sort}
          onChange={({ currentTarget }) => {
            onChange({ sort: currentTarget.value === "date" ? "date" : "-date" });
          }}
          data={[
            { value: "-date", label: t`Newest first` },
            { value: "date", label: t`Oldest first` },
          ]}
        />
      </div>
      <Fold title={t`Dates`} open={filters.from !== "" || filters.to !== ""}>
        <div className={classes.dates}>
          <RangeDate
            label={t`From`}
            format={date_format}
            value={filters.from}
            onChange={(from) => {
              onChange({ from });
            }}
          />
          <RangeDate
            label={t`To`}
            format={date_format}
            value={filters.to}
            onChange={(to) => {
              onChange({ to });
            }}
          />
        </div>
      </Fold>
    </Stack>
  );
}

interface RangeDateProps {
  label: string;
  format: "iso" | "dmy" | "mdy";
  value: string;
  onChange: (date: string) => void;
}

/** Only a whole date reaches the address; what is half typed stays in the field. */
function RangeDate({ label, format, value, onChange }: RangeDateProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  return (
    <DateField
      label={label}
      format={format}
      value={typed}
      onChange={(date) => {
        setTyped(date);
        const whole = /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : date === "" ? "" : null;
        if (whole !== null) {
          setKnown(whole);
          onChange(whole);
        }
      }}
    />
  );
}

interface AddVisitProps {
  of: readonly Child[];
  chosen: string;
  path: (childId: string) => string;
}

function AddVisit({ of, chosen, path }: AddVisitProps) {
  const { t } = useLingui();
  const active = of.filter(({ archived }) => !archived);
  const only = active.find(({ id }) => id === chosen) ?? (active.length === 1 ? active[0] : null);
  if (only) {
    return (
      <Button component={Link} to={path(only.id)} leftSection={<PlusIcon />}>
        <Trans>Add visit</Trans>
      </Button>
    );
  }
  if (active.length === 0) {
    return null;
  }
  return (
    <Menu
      label={t`Add visit`}
      button={
        <span className={classes.add}>
          <PlusIcon />
          <Trans>Add visit</Trans>
        </span>
      }
    >
      {active.map(({ id, name }) => (
        <Link key={id} to={path(id)} className={menuItem}>
          <Trans>for {name}</Trans>
        </Link>
      ))}
    </Menu>
  );
}
