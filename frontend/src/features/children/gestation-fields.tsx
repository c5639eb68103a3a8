import { Group, TextInput } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { DateFormat } from "../../lib/dates";
import { Choice } from "../../ui/choice";
import { DateField } from "../../ui/date-field";

interface Term {
  term: "around_due_date" | "weeks" | "due_date";
  weeks: string;
  days: string;
  due_date: string;
}

interface GestationFieldsProps {
  value: Term;
  onChange: (change: Partial<Term>) => void;
  dateFormat: DateFormat;
  errors: { weeks: ReactNode; days: ReactNode; due_date: ReactNode };
}

/** When the child came, which decides whether its growth is read with a corrected age. */
export function GestationFields({ value, onChange, dateFormat, errors }: GestationFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Choice
        label={t`Born early?`}
        description={t`For a child born before 37 weeks, growth is also read by the due date.`}
        data={[
          { value: "around_due_date", label: t`No` },
          { value: "weeks", label: t`By weeks` },
          { value: "due_date", label: t`By due date` },
        ]}
        value={value.term}
        onChange={(term) => {
          onChange({ term });
        }}
      />
      {value.term === "weeks" && (
        <Group grow align="flex-start">
          <TextInput
            label={t`Weeks of pregnancy`}
            inputMode="numeric"
            autoComplete="off"
            value={value.weeks}
            error={errors.weeks}
            onChange={({ currentTarget }) => {
              onChange({ weeks: currentTarget.value });
            }}
          />
          <TextInput
            label={t`and days`}
            inputMode="numeric"
            autoComplete="off"
            value={value.days}
            error={errors.days}
            onChange={({ currentTarget }) => {
              onChange({ days: currentTarget.value });
            }}
          />
        </Group>
      )}
      {value.term === "due_date" && (
        <DateField
          label={t`Due date`}
          format={dateFormat}
          value={value.due_date}
          onChange={(due_date) => {
            onChange({ due_date });
          }}
          error={errors.due_date}
        />
      )}
    </>
  );
}
