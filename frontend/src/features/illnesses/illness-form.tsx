import { Button, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { usePreferences } from "../../api/account";
import type { Child, Illness, IllnessDetails, IllnessType } from "../../api/types";
import { daysBetween, isDate, today } from "../../lib/dates";
import { illnessTypes, useIllnessTypeName, useSymptoms } from "../../lib/record-words";
import { useDraftForm, type Draft } from "../../lib/use-draft";
import { Chips, WordChips } from "../../ui/chips";
import { DateField } from "../../ui/date-field";
import { DraftNotice } from "../../ui/draft-notice";
import { Fold } from "../../ui/fold";
import { SeverityField } from "../../ui/severity-field";
import { detailsOf } from "./queries";

interface IllnessFormValues {
  types: IllnessType[];
  other_name: string;
  started_on: string;
  ongoing: boolean;
  ended_on: string;
  severity: number | null;
  symptoms: string[];
  days_missed: string;
  notes: string;
  tags: string[];
}

export const ILLNESS_FORM = "illness-form";

interface IllnessFormProps {
  draft: Draft;
  child: Child;
  /** The illness to change; none for a new one. */
  illness: Illness | null;
  /** What is chosen already for a new one. */
  types?: readonly IllnessType[];
  problems: Record<string, string>;
  saving: boolean;
  onSubmit: (details: IllnessDetails, another: boolean) => void;
}

export function IllnessForm({
  draft,
  child,
  illness,
  types = [],
  problems,
  saving,
  onSubmit,
}: IllnessFormProps) {
  const { t } = useLingui();
  const { date_format, time_zone } = usePreferences();
  const typeName = useIllnessTypeName();
  const symptoms = useSymptoms();
  const now = today(time_zone);
  const { name } = child;
  const { form, onDiscard } = useDraftForm<IllnessFormValues>(draft, illness?.rev ?? null, {
    initialValues: valuesOf(illness, types, now),
    validate: {
      types: (chosen) => (chosen.length === 0 ? t`Please choose at least one.` : null),
      other_name: (text, { types: chosen }) =>
        chosen.includes("other") && text.trim() === "" ? t`Please give it a name.` : null,
      started_on: (date) => {
        if (!isDate(date)) {
          return t`Please type the first day.`;
        }
        if (daysBetween(child.date_of_birth, date) < 0) {
          return t`This is before the date of birth.`;
        }
        return daysBetween(date, now) < 0 ? t`This day is still to come.` : null;
      },
      ended_on: (date, { ongoing, started_on }) => {
        if (ongoing) {
          return null;
        }
        if (!isDate(date)) {
          return t`Please type the last day.`;
        }
        if (isDate(started_on) && daysBetween(started_on, date) < 0) {
          return t`This is before the first day.`;
        }
        return daysBetween(date, now) < 0 ? t`This day is still to come.` : null;
      },
      days_missed: (text) =>
        /^\d{0,3}$/.test(text.trim()) && Number(text) <= 400
          ? null
          : t`Please type a whole number of days, up to 400.`,
    },
  });
  const { values } = form;
  const error = (field: keyof IllnessFormValues) => form.errors[field] ?? problems[field];
  const submit = (another: boolean) =>
    form.onSubmit((valid) => {
      onSubmit(withValues(valid, illness), another);
    });
  return (
    <form id={ILLNESS_FORM} noValidate onSubmit={submit(false)}>
      <Stack gap="lg">
        <DraftNotice onDiscard={onDiscard} />
        <Chips<IllnessType>
          label={t`What does ${name} have?`}
          data={illnessTypes.map((type) => ({ value: type, label: typeName(type) }))}
          value={values.types}
          error={error("types")}
          onChange={(chosen) => {
            form.setFieldValue("types", chosen);
          }}
        />
        {values.types.includes("other") && (
          <TextInput
            label={t`Its name`}
            autoComplete="off"
            maxLength={100}
            {...form.getInputProps("other_name")}
            error={error("other_name")}
          />
        )}
        <DateField
          label={t`First day`}
          format={date_format}
          value={values.started_on}
          error={error("started_on")}
          onChange={(date) => {
            form.setFieldValue("started_on", date);
          }}
        />
        <Switch
          size="md"
          label={t`Still ill`}
          checked={values.ongoing}
          onChange={({ currentTarget }) => {
            form.setFieldValue("ongoing", currentTarget.checked);
          }}
        />
        {!values.ongoing && (
          <DateField
            label={t`Last day`}
            format={date_format}
            value={values.ended_on}
            error={error("ended_on")}
            onChange={(date) => {
              form.setFieldValue("ended_on", date);
            }}
          />
        )}
        <SeverityField
          value={values.severity}
          error={error("severity")}
          onChange={(severity) => {
            form.setFieldValue("severity", severity);
          }}
        />
        <WordChips
          label={t`Symptoms`}
          addLabel={t`Another symptom`}
          suggestions={symptoms}
          value={values.symptoms}
          error={error("symptoms")}
          onChange={(words) => {
            form.setFieldValue("symptoms", words);
          }}
        />
        <Fold
          title={t`Days missed, notes, tags`}
          open={
            values.days_missed !== "" ||
            values.notes !== "" ||
            values.tags.length > 0 ||
            error("days_missed") !== undefined
          }
        >
          <Stack gap="md">
            <TextInput
              label={t`Days of school or day care missed`}
              inputMode="numeric"
              autoComplete="off"
              {...form.getInputProps("days_missed")}
              error={error("days_missed")}
            />
            <Textarea
              label={t`Notes`}
              rows={3}
              maxLength={5000}
              {...form.getInputProps("notes")}
              error={error("notes")}
            />
            <WordChips
              label={t`Tags`}
              addLabel={t`Another tag`}
              suggestions={[]}
              value={values.tags}
              error={error("tags")}
              onChange={(words) => {
                form.setFieldValue("tags", words);
              }}
            />
          </Stack>
        </Fold>
        <Button type="submit" fullWidth loading={saving}>
          <Trans>Save</Trans>
        </Button>
        {illness === null && (
          <Button
            variant="default"
            fullWidth
            disabled={saving}
            onClick={() => {
              submit(true)();
            }}
          >
            <Trans>Save and add another</Trans>
          </Button>
        )}
      </Stack>
    </form>
  );
}

function valuesOf(
  illness: Illness | null,
  types: readonly IllnessType[],
  now: string,
): IllnessFormValues {
  return {
    types: illness?.types ?? [...types],
    other_name: illness?.other_name ?? "",
    started_on: illness?.started_on ?? now,
    ongoing: illness?.ended_on == null,
    ended_on: illness?.ended_on ?? now,
    severity: illness?.severity ?? null,
    symptoms: illness?.symptoms ?? [],
    days_missed: String(illness?.days_missed ?? ""),
    notes: illness?.notes ?? "",
    tags: illness?.tags ?? [],
  };
}

/** The details to save; what this form does not show stays as it is. */
function withValues(values: IllnessFormValues, illness: Illness | null): IllnessDetails {
  return {
    ...(illness === null ? {} : detailsOf(illness)),
    types: values.types,
    other_name: values.types.includes("other") ? values.other_name.trim() : null,
    started_on: values.started_on,
    ended_on: values.ongoing ? null : values.ended_on,
    severity: values.severity,
    symptoms: values.symptoms,
    days_missed: values.days_missed.trim() === "" ? null : Number(values.days_missed),
    notes: values.notes.trim() === "" ? null : values.notes,
    tags: values.tags,
  };
}
