import { Input, SegmentedControl, TextInput } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useId, type ReactNode } from "react";
import {
  localEntry,
  type EntryProblem,
  type LengthEntryUnit,
  type QuantityEntry,
  type WeightEntryUnit,
} from "../lib/units";
import classes from "./quantity-field.module.css";

interface QuantityFieldProps<Unit extends string> {
  label: string;
  hint?: ReactNode;
  value: QuantityEntry<Unit>;
  onChange: (value: QuantityEntry<Unit>) => void;
  error?: ReactNode;
}

interface UnitChoice<Unit extends string> {
  unit: Unit;
  name: string;
  /** The units beside the fields; the second one makes it two fields. */
  major: string;
  minor?: string;
  /** Inches are typed with fractions, for which a number pad has no signs. */
  fractions: boolean;
}

export function WeightField(props: QuantityFieldProps<WeightEntryUnit>) {
  const { t } = useLingui();
  return (
    <QuantityField
      {...props}
      unitLabel={t`Unit of the weight`}
      choices={[
        { unit: "kg", name: "kg", major: "kg", fractions: false },
        { unit: "g", name: "g", major: "g", fractions: false },
        { unit: "lb_oz", name: "lb + oz", major: "lb", minor: "oz", fractions: false },
      ]}
    />
  );
}

interface LengthFieldProps extends QuantityFieldProps<LengthEntryUnit> {
  unitLabel: string;
  /** A head is never measured in feet. */
  feet: boolean;
}

export function LengthField({ feet, ...props }: LengthFieldProps) {
  const choices: UnitChoice<LengthEntryUnit>[] = [
    { unit: "cm", name: "cm", major: "cm", fractions: false },
    { unit: "in", name: "in", major: "in", fractions: true },
  ];
  if (feet) {
    choices.push({ unit: "ft_in", name: "ft + in", major: "ft", minor: "in", fractions: true });
  }
  return <QuantityField {...props} choices={choices} />;
}

/** A quantity with its unit switch; switching changes what the digits mean, never the digits. */
function QuantityField<Unit extends string>({
  label,
  hint,
  value,
  onChange,
  error,
  unitLabel,
  choices,
}: QuantityFieldProps<Unit> & {
  unitLabel: string;
  choices: readonly UnitChoice<Unit>[];
}) {
  const { i18n } = useLingui();
  const id = useId();
  const describedBy = `${id}-hint`;
  const errorId = `${id}-error`;
  const choice = choices.find(({ unit }) => unit === value.unit) ?? choices[0];
  const hasError = error !== undefined && error !== null && error !== false;
  const field = (part: "major" | "minor", unit: string) => (
    <TextInput
      id={part === "major" ? id : undefined}
      aria-label={
        part === "major" && choice?.minor === undefined ? undefined : `${label} (${unit})`
      }
      aria-describedby={hasError ? errorId : describedBy}
      aria-invalid={hasError}
      className={classes.input}
      inputMode={choice?.fractions === true && unit === "in" ? "text" : "decimal"}
      autoComplete="off"
      value={localEntry(value[part], i18n.locale)}
      error={hasError}
      onChange={({ currentTarget }) => {
        onChange({ ...value, [part]: currentTarget.value });
      }}
      rightSection={<span className={classes.unit}>{unit}</span>}
      rightSectionPointerEvents="none"
    />
  );
  return (
    <div className={classes.field}>
      <div className={classes.head}>
        <Input.Label htmlFor={id} size="md">
          {label}
        </Input.Label>
        <SegmentedControl
          size="sm"
          aria-label={unitLabel}
          data={choices.map(({ unit, name }) => ({ value: unit, label: name }))}
          value={value.unit}
          onChange={(unit) => {
            onChange({ ...value, unit });
          }}
        />
      </div>
      <div className={classes.inputs}>
        {choice && field("major", choice.major)}
        {choice?.minor !== undefined && field("minor", choice.minor)}
      </div>
      {hasError ? (
        <Input.Error id={errorId} className={classes.below}>
          {error}
        </Input.Error>
      ) : (
        <Input.Description id={describedBy} className={classes.below}>
          {hint}
        </Input.Description>
      )}
    </div>
  );
}

/** The sentence for what cannot be read as a quantity. */
export function useEntryProblem(): (problem: EntryProblem) => string {
  const { t } = useLingui();
  return (problem) => {
    switch (problem) {
      case "not_a_number":
        return t`Please type a number, for example 8.2 or 28 1/4.`;
      case "too_many_decimals":
        return t`At most four decimals, or halves, quarters, eighths and sixteenths.`;
      case "not_whole":
        return t`With a second field, the first one takes a whole number.`;
      case "too_many_ounces":
        return t`Sixteen ounces are a pound: please type 0 to 15.`;
      case "too_many_inches":
        return t`Twelve inches are a foot: please type less than 12.`;
    }
  };
}
