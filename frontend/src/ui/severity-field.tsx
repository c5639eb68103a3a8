import { Input } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, type ReactNode } from "react";
import classes from "./severity-field.module.css";

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Two steps of the severity share a colour. */
export function severityLevel(severity: number): number {
  return Math.ceil(severity / 2);
}

interface SeverityFieldProps {
  value: number | null;
  onChange: (value: number | null) => void;
  error?: ReactNode;
}

/** How bad it is, from 1 to 10, or nothing said. */
export function SeverityField({ value, onChange, error }: SeverityFieldProps) {
  const { t } = useLingui();
  const id = useId();
  return (
    <Input.Wrapper
      size="md"
      label={t`How bad is it?`}
      description={t`1 is hardly noticed, 10 is hospital.`}
      error={error}
      labelElement="div"
      labelProps={{ id }}
    >
      <div className={classes.levels} role="radiogroup" aria-labelledby={id}>
        {levels.map((level) => (
          <label key={level} className={classes.level} data-level={severityLevel(level)}>
            <input
              type="radio"
              name={id}
              value={level}
              checked={value === level}
              onChange={() => {
                onChange(level);
              }}
            />
            {level}
          </label>
        ))}
      </div>
      {value !== null && (
        <button
          type="button"
          className={classes.clear}
          onClick={() => {
            onChange(null);
          }}
        >
          <Trans>Leave it open</Trans>
        </button>
      )}
    </Input.Wrapper>
  );
}
