import { TextInput } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DateAndTime, DateFormat } from "../lib/dates";
import { DateField } from "./date-field";
import classes from "./moment-field.module.css";

interface MomentFieldProps {
  format: DateFormat;
  value: DateAndTime;
  onChange: (value: DateAndTime) => void;
  error?: ReactNode;
}

/** A day and a time of day. */
export function MomentField({ format, value, onChange, error }: MomentFieldProps) {
  const { t } = useLingui();
  return (
    <div className={classes.fields}>
      <DateField
        label={t`Day`}
        format={format}
        value={value.date}
        error={error}
        onChange={(date) => {
          onChange({ ...value, date });
        }}
      />
      <TextInput
        type="time"
        label={t`Time`}
        value={value.time}
        onChange={({ currentTarget }) => {
          onChange({ ...value, time: currentTarget.value });
        }}
      />
    </div>
  );
}
