import { NativeSelect, TextInput } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { doseUnits, useDoseUnitName } from "../lib/record-words";
import { localEntry } from "../lib/units";
import classes from "./dose-field.module.css";

type DoseUnit = (typeof doseUnits)[number];

export interface DoseEntry {
  text: string;
  unit: DoseUnit;
}

interface DoseFieldProps {
  label: string;
  value: DoseEntry;
  onChange: (value: DoseEntry) => void;
  error?: ReactNode;
}

/** An amount of a medicine with its unit. */
export function DoseField({ label, value, onChange, error }: DoseFieldProps) {
  const { t, i18n } = useLingui();
  const unitName = useDoseUnitName();
  return (
    <div className={classes.fields}>
      <TextInput
        label={label}
        inputMode="decimal"
        autoComplete="off"
        value={localEntry(value.text, i18n.locale)}
        error={error}
        onChange={({ currentTarget }) => {
          onChange({ ...value, text: currentTarget.value });
        }}
      />
      <NativeSelect
        label={t`Unit`}
        value={value.unit}
        onChange={({ currentTarget }) => {
          const unit = doseUnits.find((each) => each === currentTarget.value);
          onChange({ ...value, unit: unit ?? value.unit });
        }}
        data={doseUnits.map((unit) => ({ value: unit, label: unitName(unit) }))}
      />
    </div>
  );
}
