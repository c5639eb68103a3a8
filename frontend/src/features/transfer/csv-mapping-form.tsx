import { Anchor, Button, NativeSelect, Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { childrenQuery } from "../../api/family";
import type { CsvField, CsvMapping, CsvRecord, DateOrder } from "../../api/types";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import {
  fieldsOf,
  guess,
  guessDates,
  guessRecord,
  headOf,
  unitsOf,
  type Head,
  type Mapped,
} from "./csv";
import classes from "./transfer.module.css";
import { useCsvWords } from "./words";

interface CsvMappingFormProps {
  familyId: string;
  file: File;
  disabled: boolean;
  newChildPath: string;
  onDone: (mapping: CsvMapping) => void;
}

/** Enough for the first rows of any table. */
const HEAD_BYTES = 64 * 1024;

export function CsvMappingForm(props: CsvMappingFormProps) {
  const { file } = props;
  const head = useQuery({
    // Read off the device, and not kept once the page is left.
    queryKey: ["csv-head", file.name, file.size, file.lastModified],
    queryFn: async () => headOf(await file.slice(0, HEAD_BYTES).text()),
    gcTime: 0,
    staleTime: Infinity,
  });
  const children = useQuery(childrenQuery(props.familyId)).data;
  if (head.isPending || children === undefined) {
    return <LoadingRows rows={3} />;
  }
  if (head.data == null) {
    return (
      <Notice tone="look" role="alert">
        <Trans>
          This is no table: its first row has no names of columns. Add them, then choose the file
          again.
        </Trans>
      </Notice>
    );
  }
  const [first] = children;
  if (first === undefined) {
    return (
      <Notice tone="look">
        <Trans>
          A table holds the record of one child, and there is none yet.{" "}
          <Anchor component={Link} to={props.newChildPath}>
            Add the child first.
          </Anchor>
        </Trans>
      </Notice>
    );
  }
  return <Mapping {...props} head={head.data} firstChild={first.id} />;
}

interface MappingProps extends CsvMappingFormProps {
  head: Head;
  firstChild: string;
}

function Mapping({ familyId, head, firstChild, disabled, onDone }: MappingProps) {
  const { t } = useLingui();
  const words = useCsvWords();
  const { units } = usePreferences();
  const children = useQuery(childrenQuery(familyId)).data ?? [];
  const usual = (field: CsvField) =>
    field === "weight"
      ? units.weight
      : field === "temperature"
        ? units.temperature
        : field === "height" || field === "head_circumference"
          ? units.length
          : null;
  const dateSamples = (mapped: readonly Mapped[]) =>
    head.columns[mapped.findIndex(({ field }) => field === "date")]?.samples ?? [];
  const [child, setChild] = useState(firstChild);
  const [record, setRecord] = useState<CsvRecord>(() => guessRecord(head.columns));
  const [columns, setColumns] = useState(() => guess(head.columns, record, usual));
  const [dates, setDates] = useState<DateOrder>(() => guessDates(dateSamples(columns)));
  const fields = columns.map(({ field }) => field);
  const twice = (nth: number) => {
    const field = fields[nth];
    return field != null && fields.indexOf(field) !== nth;
  };
  const why = !fields.includes("date")
    ? t`Say which column is the date.`
    : fields.filter((field) => field !== null).length < 2
      ? t`Say what at least one more column is.`
      : fields.some((_, nth) => twice(nth))
        ? t`Two columns cannot be the same.`
        : null;
  const change = (nth: number, mapped: Mapped) => {
    setColumns(columns.map((each, at) => (at === nth ? mapped : each)));
  };
  return (
    <Stack gap="md">
      <NativeSelect
        label={t`Whose record`}
        value={child}
        onChange={({ currentTarget }) => {
          setChild(currentTarget.value);
        }}
        data={children.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NativeSelect
        label={t`What stands in a row`}
        value={record}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value as CsvRecord;
          setRecord(next);
          setColumns(guess(head.columns, next, usual));
        }}
        data={Object.keys(fieldsOf).map((kind) => ({
          value: kind,
          label: words.record(kind as CsvRecord),
        }))}
      />
      <NativeSelect
        label={t`How dates are written`}
        value={dates}
        onChange={({ currentTarget }) => {
          setDates(currentTarget.value as DateOrder);
        }}
        data={(["year_month_day", "day_month_year", "month_day_year"] as const).map((order) => ({
          value: order,
          label: words.dates(order),
        }))}
      />
      <ul className={classes.columns} aria-label={t`Columns`}>
        {head.columns.map(({ name, samples }, nth) => {
          const mapped = columns[nth] ?? { field: null, unit: null };
          const choices = mapped.field === null ? undefined : unitsOf[mapped.field];
          return (
            <li key={nth} className={classes.column}>
              <div>
                <div className={classes.name}>{name}</div>
                <div className={classes.samples}>{samples.join(" · ")}</div>
              </div>
              <div className={classes.selects}>
                <NativeSelect
                  aria-label={t`What the column ${name} is`}
                  error={twice(nth) ? t`Another column is that already.` : undefined}
                  value={mapped.field ?? ""}
                  onChange={({ currentTarget }) => {
                    const field =
                      currentTarget.value === "" ? null : (currentTarget.value as CsvField);
                    change(nth, {
                      field,
                      unit: field === null ? null : usual(field),
                    });
                  }}
                  data={[
                    { value: "", label: t`Leave it out` },
                    ...fieldsOf[record].map((field) => ({
                      value: field,
                      label: words.field(field, record),
                    })),
                  ]}
                />
                {choices !== undefined && (
                  <NativeSelect
                    aria-label={t`Unit of the column ${name}`}
                    value={mapped.unit ?? ""}
                    onChange={({ currentTarget }) => {
                      change(nth, { ...mapped, unit: currentTarget.value });
                    }}
                    data={choices.map((unit) => ({ value: unit, label: unitLabel(unit) }))}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <Button
        disabled={disabled || why !== null}
        onClick={() => {
          onDone({
            child,
            record,
            dates,
            delimiter: head.delimiter,
            columns: columns.flatMap(({ field, unit }, nth) =>
              field === null ? [] : [{ name: head.columns[nth]?.name ?? "", field, unit }],
            ),
          });
        }}
      >
        <Trans>Send it and look inside</Trans>
      </Button>
      {why !== null && (
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      )}
    </Stack>
  );
}

function unitLabel(unit: string): string {
  return unit === "c" || unit === "f" ? `°${unit.toUpperCase()}` : unit;
}
