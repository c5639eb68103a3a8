import { Button, Stack, Text, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { usePreferences } from "../../api/account";
import type { Child, ChildDetails, UnitPreferences } from "../../api/types";
import { daysBetween, isDate, today } from "../../lib/dates";
import {
  lengthEntry,
  parseLength,
  parseWeight,
  weightEntry,
  type LengthEntryUnit,
  type Parsed,
  type QuantityEntry,
  type WeightEntryUnit,
} from "../../lib/units";
import { useDraftForm, type Draft } from "../../lib/use-draft";
import { Choice } from "../../ui/choice";
import { DateField } from "../../ui/date-field";
import { DraftNotice } from "../../ui/draft-notice";
import { Fold } from "../../ui/fold";
import { LengthField, useEntryProblem, WeightField } from "../../ui/quantity-field";
import { GestationFields } from "./gestation-fields";

interface ChildFormValues {
  name: string;
  date_of_birth: string;
  sex: ChildDetails["sex"] | "";
  /** What is known about when the child came. */
  term: "around_due_date" | "weeks" | "due_date";
  weeks: string;
  days: string;
  due_date: string;
  birth_weight: QuantityEntry<WeightEntryUnit>;
  birth_length: QuantityEntry<LengthEntryUnit>;
  birth_head_circumference: QuantityEntry<LengthEntryUnit>;
}

export const CHILD_FORM = "child-form";

interface ChildFormProps {
  draft: Draft;
  /** The child to change; none for a new one. */
  child: Child | null;
  /** What the server found wrong, by field. */
  problems: Record<string, string>;
  submitLabel: string;
  saving: boolean;
  onSubmit: (details: ChildDetails) => void;
}

const FEWEST_WEEKS = 22;
const MOST_WEEKS = 44;

export function ChildForm({
  draft,
  child,
  problems,
  submitLabel,
  saving,
  onSubmit,
}: ChildFormProps) {
  const { t } = useLingui();
  const entryProblem = useEntryProblem();
  const preferences = usePreferences();
  const parsedProblem = (parsed: Parsed<unknown>) =>
    parsed.kind === "problem" ? entryProblem(parsed.problem) : null;
  const { form, onDiscard } = useDraftForm<ChildFormValues>(draft, child?.rev ?? null, {
    initialValues: valuesOf(child, preferences.units),
    validate: {
      name: (name) => (name.trim() === "" ? t`Please type a name.` : null),
      date_of_birth: (date) => {
        if (!isDate(date)) {
          return t`Please type the date of birth.`;
        }
        return daysBetween(date, today(preferences.time_zone)) < 0
          ? t`This day is still to come.`
          : null;
      },
      sex: (sex) => (sex === "" ? t`Please choose one.` : null),
      weeks: (weeks, { term }) =>
        term === "weeks" && !isWhole(weeks, FEWEST_WEEKS, MOST_WEEKS)
          ? t`Please type 22 to 44 weeks.`
          : null,
      days: (days, { term }) =>
        term === "weeks" && days !== "" && !isWhole(days, 0, 6) ? t`0 to 6 days` : null,
      due_date: (date, { term }) =>
        term === "due_date" && !isDate(date) ? t`Please type the due date.` : null,
      birth_weight: (entry) => parsedProblem(parseWeight(entry)),
      birth_length: (entry) => parsedProblem(parseLength(entry)),
      birth_head_circumference: (entry) => parsedProblem(parseLength(entry)),
    },
  });
  const error = (field: keyof ChildFormValues) => form.errors[field] ?? problems[field];
  const sizes = ["birth_weight", "birth_length", "birth_head_circumference"] as const;
  const { values } = form;
  return (
    <form
      id={CHILD_FORM}
      noValidate
      onSubmit={form.onSubmit((valid) => {
        onSubmit(detailsOf(valid, child));
      })}
    >
      <Stack gap="lg">
        <DraftNotice onDiscard={onDiscard} />
        <TextInput
          label={t`Name`}
          autoComplete="off"
          {...form.getInputProps("name")}
          error={error("name")}
        />
        <DateField
          label={t`Date of birth`}
          format={preferences.date_format}
          value={values.date_of_birth}
          onChange={(date) => {
            form.setFieldValue("date_of_birth", date);
          }}
          error={error("date_of_birth")}
        />
        <Choice<"" | ChildDetails["sex"]>
          label={t`Sex at birth`}
          description={t`Growth charts are made for girls and for boys.`}
          data={[
            { value: "female", label: t`Girl` },
            { value: "male", label: t`Boy` },
          ]}
          value={values.sex}
          onChange={(sex) => {
            form.setFieldValue("sex", sex);
          }}
          error={error("sex")}
        />
        <GestationFields
          value={values}
          onChange={(change) => {
            form.setValues(change);
          }}
          dateFormat={preferences.date_format}
          errors={{
            weeks: error("weeks") ?? problems.gestation,
            days: error("days"),
            due_date: error("due_date"),
          }}
        />
        <Fold
          title={t`Size at birth`}
          hint={t`Optional. It is usually in the first health booklet.`}
          open={sizes.some((field) => values[field].major !== "" || error(field) !== undefined)}
        >
          <Stack gap="sm">
            <WeightField
              label={t`Birth weight`}
              value={values.birth_weight}
              onChange={(entry) => {
                form.setFieldValue("birth_weight", entry);
              }}
              error={error("birth_weight")}
            />
            <LengthField
              label={t`Birth length`}
              unitLabel={t`Unit of the length`}
              feet={false}
              value={values.birth_length}
              onChange={(entry) => {
                form.setFieldValue("birth_length", entry);
              }}
              error={error("birth_length")}
            />
            <LengthField
              label={t`Head at birth`}
              unitLabel={t`Unit of the head circumference`}
              feet={false}
              value={values.birth_head_circumference}
              onChange={(entry) => {
                form.setFieldValue("birth_head_circumference", entry);
              }}
              error={error("birth_head_circumference")}
            />
          </Stack>
        </Fold>
        <Button type="submit" fullWidth loading={saving}>
          {submitLabel}
        </Button>
        {child === null && (
          <Text size="xs" c="dimmed" ta="center">
            <Trans>Only your family sees this.</Trans>
          </Text>
        )}
      </Stack>
    </form>
  );
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,2}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}

function valuesOf(child: Child | null, units: UnitPreferences): ChildFormValues {
  const noWeight = { unit: units.weight === "lb" ? "lb_oz" : "kg", major: "", minor: "" } as const;
  const noLength = { unit: units.length, major: "", minor: "" };
  return {
    name: child?.name ?? "",
    date_of_birth: child?.date_of_birth ?? "",
    sex: child?.sex ?? "",
    term: child?.gestation ? "weeks" : child?.due_date ? "due_date" : "around_due_date",
    weeks: child?.gestation ? String(child.gestation.weeks) : "",
    days: child?.gestation ? String(child.gestation.days) : "",
    due_date: child?.due_date ?? "",
    birth_weight: child?.birth_weight ? weightEntry(child.birth_weight) : noWeight,
    birth_length: child?.birth_length ? lengthEntry(child.birth_length) : noLength,
    birth_head_circumference: child?.birth_head_circumference
      ? lengthEntry(child.birth_head_circumference)
      : noLength,
  };
}

/** The details to save; what this form does not show stays as it is. */
function detailsOf(values: ChildFormValues, child: Child | null): ChildDetails {
  return {
    name: values.name.trim(),
    date_of_birth: values.date_of_birth,
    sex: values.sex === "" ? "female" : values.sex,
    gestation:
      values.term === "weeks"
        ? { weeks: Number(values.weeks), days: Number(values.days === "" ? 0 : values.days) }
        : null,
    due_date: values.term === "due_date" ? values.due_date : null,
    birth_weight: valueOf(parseWeight(values.birth_weight)),
    birth_length: valueOf(parseLength(values.birth_length)),
    birth_head_circumference: valueOf(parseLength(values.birth_head_circumference)),
    blood_type: child?.blood_type ?? null,
    allergies: child?.allergies ?? [],
    notes: child?.notes ?? null,
    archived: child?.archived ?? false,
  };
}

function valueOf<Quantity>(parsed: Parsed<Quantity>): Quantity | null {
  return parsed.kind === "ok" ? parsed.value : null;
}
