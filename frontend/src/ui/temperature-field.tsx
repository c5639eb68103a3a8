import { Input, SegmentedControl, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, type ReactNode } from "react";
import { localEntry, parseTemperature, temperatureInOtherSystem } from "../lib/units";
import classes from "./temperature-field.module.css";

export interface TemperatureEntry {
  text: string;
  unit: "c" | "f";
}

interface TemperatureFieldProps {
  value: TemperatureEntry;
  onChange: (value: TemperatureEntry) => void;
  error?: ReactNode;
}

/** A body temperature with its unit switch; switching changes what the digits mean, never the digits. */
export function TemperatureField({ value, onChange, error }: TemperatureFieldProps) {
  const { t, i18n } = useLingui();
  const id = useId();
  const parsed = parseTemperature({ unit: value.unit, major: value.text, minor: "" });
  const other = parsed.kind === "ok" && temperatureInOtherSystem(parsed.value, i18n.locale);
  return (
    <div>
      <div className={classes.head}>
        <Input.Label htmlFor={id} size="md">
          <Trans>Temperature</Trans>
        </Input.Label>
        <SegmentedControl<"c" | "f">
          size="sm"
          aria-label={t`Unit of the temperature`}
          data={[
            { value: "c", label: "°C" },
            { value: "f", label: "°F" },
          ]}
          value={value.unit}
          onChange={(unit) => {
            onChange({ ...value, unit });
          }}
        />
      </div>
      <TextInput
        id={id}
        inputMode="decimal"
        autoComplete="off"
        // The form was opened for this one number.
        data-autofocus
        value={localEntry(value.text, i18n.locale)}
        error={error}
        description={other === false ? undefined : <Trans>That is about {other}.</Trans>}
        inputWrapperOrder={["input", "description", "error"]}
        onChange={({ currentTarget }) => {
          onChange({ ...value, text: currentTarget.value });
        }}
      />
    </div>
  );
}
