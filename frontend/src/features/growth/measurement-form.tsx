import { Button, Group, NativeSelect, Stack, Text, Textarea } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { usePreferences } from "../../api/account";
import type {
  Child,
  Length,
  Measurement,
  MeasurementDetails,
  Preferences,
  UnitPreferences,
} from "../../api/types";
import { ageAt, daysEarly, formatAge } from "../../lib/ages";
import { daysBetween, isDate, today } from "../../lib/dates";
import {
  lengthEntry,
  lengthInOtherSystem,
  parseLength,
  parseWeight,
  weightEntry,
  weightInOtherSystem,
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
import { isStanding } from "./measures";
import { useMeasuredBy } from "./words";

type Position = NonNullable<Measurement["position"]>;
type MeasuredBy = NonNullable<Measurement["measured_by"]>;

interface MeasurementFormValues {
  date: string;
  weight: QuantityEntry<WeightEntryUnit>;
  height: QuantityEntry<LengthEntryUnit>;
  /** Empty until somebody chooses: then the age decides. */
  position: Position | "";
  head_circumference: QuantityEntry<LengthEntryUnit>;
  measured_by: MeasuredBy | "";
  notes: string;
}

export const MEASUREMENT_FORM = "measurement-form";

interface MeasurementFormProps {
  child: Child;
  draft: Draft;
  /** The measurement to change; none for a new one. */
  measurement: Measurement | null;
  /** The one entered just before, whose units are kept. */
  previous: Measurement | null;
  /** What the server found wrong, by field. */
  problems: Record<string, string>;
  saving: boolean;
  onSubmit: (details: MeasurementDetails, another: boolean) => void;
}

export function MeasurementForm({
  child,
  draft,
  measurement,
  previous,
  problems,
  saving,
  onSubmit,
}: MeasurementFormProps) {
  const { t, i18n } = useLingui();
  const entryProblem = useEntryProblem();
  const measuredBy = useMeasuredBy();
  const preferences = usePreferences();
  const parsedProblem = (parsed: Parsed<unknown>) =>
    parsed.kind === "problem" ? entryProblem(parsed.problem) : null;
  const { form, onDiscard } = useDraftForm<MeasurementFormValues>(draft, measurement?.rev ?? null, {
    initialValues: valuesOf(measurement, previous, preferences),
    validate: {
      date: (date) => {
        if (!isDate(date)) {
          return t`Please type the date of the measurement.`;
        }
        if (daysBetween(child.date_of_birth, date) < 0) {
          return t`This is before the date of birth.`;
        }
        return daysBetween(date, today(preferences.time_zone)) < 0
          ? t`This day is still to come.`
          : null;
      },
      weight: (entry, values) =>
        parsedProblem(parseWeight(entry)) ??
        (isEmpty(values) ? t`Please type a weight, a length or a head circumference.` : null),
      height: (entry) => parsedProblem(parseLength(entry)),
      head_circumference: (entry) => parsedProblem(parseLength(entry)),
    },
  });
  const { values } = form;
  const { name } = child;
  const error = (field: keyof MeasurementFormValues) => form.errors[field] ?? problems[field];
  const position = values.position === "" ? usualPosition(child, values.date) : values.position;
  const age = isDate(values.date)
    ? formatAge(ageAt(child.date_of_birth, values.date), i18n.locale)
    : "";
  const weight = parseWeight(values.weight);
  const height = parseLength(values.height);
  const head = parseLength(values.head_circumference);
  const other = (text: string) => <Trans>That is about {text}.</Trans>;
  const submit = (another: boolean) =>
    form.onSubmit((valid) => {
      onSubmit(detailsOf(valid, child, measurement), another);
    });
  return (
    <form id={MEASUREMENT_FORM} noValidate onSubmit={submit(false)}>
      <Stack gap="md">
        <DraftNotice onDiscard={onDiscard} />
        <DateField
          label={t`Date`}
          format={preferences.date_format}
          value={values.date}
          onChange={(date) => {
            form.setFieldValue("date", date);
          }}
          error={error("date")}
          description={
            isDate(values.date) && daysBetween(child.date_of_birth, values.date) >= 0
              ? t`${name} at ${age}`
              : undefined
          }
        />
        <WeightField
          label={t`Weight`}
          value={values.weight}
          onChange={(entry) => {
            form.setFieldValue("weight", entry);
          }}
          error={error("weight")}
          hint={weight.kind === "ok" && other(weightInOtherSystem(weight.value, i18n.locale))}
        />
        <LengthField
          label={position === "standing" ? t`Height` : t`Length`}
          unitLabel={t`Unit of the length`}
          feet
          value={values.height}
          onChange={(entry) => {
            form.setFieldValue("height", entry);
          }}
          error={error("height")}
          hint={height.kind === "ok" && other(lengthInOtherSystem(height.value, i18n.locale))}
        />
        <Choice<Position>
          label={t`Measured`}
          data={[
            { value: "lying", label: t`Lying` },
            { value: "standing", label: t`Standing` },
          ]}
          value={position}
          onChange={(chosen) => {
            form.setFieldValue("position", chosen);
          }}
          error={error("position")}
        />
        <LengthField
          label={t`Head circumference`}
          unitLabel={t`Unit of the head circumference`}
          feet={false}
          value={values.head_circumference}
          onChange={(entry) => {
            form.setFieldValue("head_circumference", entry);
          }}
          error={error("head_circumference")}
          hint={head.kind === "ok" && other(lengthInOtherSystem(head.value, i18n.locale))}
        />
        <Fold
          title={t`Who measured, and a note`}
          open={values.notes !== "" || values.measured_by !== ""}
        >
          <Stack gap="md">
            <NativeSelect
              label={t`Measured by`}
              {...form.getInputProps("measured_by")}
              error={error("measured_by")}
              data={[
                { value: "", label: t`Not said` },
                { value: "parent", label: measuredBy("parent") },
                { value: "clinic", label: measuredBy("clinic") },
                { value: "school", label: measuredBy("school") },
                ...(measurement?.measured_by === "imported"
                  ? [{ value: "imported", label: measuredBy("imported") }]
                  : []),
              ]}
            />
            <Textarea
              label={t`Note`}
              rows={2}
              {...form.getInputProps("notes")}
              error={error("notes")}
            />
          </Stack>
        </Fold>
        <Group grow preventGrowOverflow={false}>
          {measurement === null && (
            <Button
              variant="default"
              disabled={saving}
              onClick={() => {
                submit(true)();
              }}
            >
              <Trans>Save and add another</Trans>
            </Button>
          )}
          <Button type="submit" loading={saving}>
            <Trans>Save</Trans>
          </Button>
        </Group>
        <Text size="xs" c="dimmed" ta="center">
          <Trans>What you type is kept as you type it.</Trans>
        </Text>
      </Stack>
    </form>
  );
}

/** How a child of that age is usually measured, by the corrected age where it counts. */
function usualPosition(child: Child, date: string): Position {
  const age = isDate(date) ? daysBetween(child.date_of_birth, date) : 0;
  return isStanding(isStanding(age) ? age : age - daysEarly(child)) ? "standing" : "lying";
}

function isEmpty(values: MeasurementFormValues): boolean {
  return (
    parseWeight(values.weight).kind === "empty" &&
    parseLength(values.height).kind === "empty" &&
    parseLength(values.head_circumference).kind === "empty"
  );
}

function valuesOf(
  measurement: Measurement | null,
  previous: Measurement | null,
  { units, time_zone }: Pick<Preferences, "units" | "time_zone">,
): MeasurementFormValues {
  return {
    date: measurement?.date ?? today(time_zone),
    weight: measurement?.weight
      ? weightEntry(measurement.weight)
      : { unit: weightUnit(previous, units), major: "", minor: "" },
    height: measurement?.height
      ? lengthEntry(measurement.height)
      : { unit: lengthUnit(previous?.height, units), major: "", minor: "" },
    position: measurement?.position ?? "",
    head_circumference: measurement?.head_circumference
      ? lengthEntry(measurement.head_circumference)
      : { unit: lengthUnit(previous?.head_circumference, units), major: "", minor: "" },
    measured_by: measurement?.measured_by ?? previous?.measured_by ?? "",
    notes: measurement?.notes ?? "",
  };
}

function weightUnit(previous: Measurement | null, units: UnitPreferences): WeightEntryUnit {
  return previous?.weight
    ? weightEntry(previous.weight).unit
    : units.weight === "lb"
      ? "lb_oz"
      : "kg";
}

function lengthUnit(previous: Length | null | undefined, units: UnitPreferences): LengthEntryUnit {
  return previous ? lengthEntry(previous).unit : units.length;
}

/** The details to save; what this form does not show stays as it is. */
function detailsOf(
  values: MeasurementFormValues,
  child: Child,
  measurement: Measurement | null,
): MeasurementDetails {
  const height = valueOf(parseLength(values.height));
  const position = values.position === "" ? usualPosition(child, values.date) : values.position;
  return {
    date: values.date,
    weight: valueOf(parseWeight(values.weight)),
    height,
    position: height === null ? null : position,
    head_circumference: valueOf(parseLength(values.head_circumference)),
    measured_by: values.measured_by === "" ? null : values.measured_by,
    notes: values.notes.trim() === "" ? null : values.notes,
    tags: measurement?.tags ?? [],
    visit_id: measurement?.visit_id ?? null,
  };
}

function valueOf<Quantity>(parsed: Parsed<Quantity>): Quantity | null {
  return parsed.kind === "ok" ? parsed.value : null;
}
