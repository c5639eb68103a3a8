import { Button, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { usePreferences } from "../../api/account";
import type {
  AllergySeverity,
  Child,
  EventDetails,
  EventType,
  MedicalEvent,
  VaccineSite,
} from "../../api/types";
import { daysBetween, isDate, today } from "../../lib/dates";
import { useAllergySeverityName, useSiteName } from "../../lib/record-words";
import { parseDose, typedDigits } from "../../lib/units";
import { useDraftForm, type Draft } from "../../lib/use-draft";
import { useVaccines } from "../../lib/vaccines";
import { Choice } from "../../ui/choice";
import { WordChips } from "../../ui/chips";
import { DateField } from "../../ui/date-field";
import { DoseField, type DoseEntry } from "../../ui/dose-field";
import { DraftNotice } from "../../ui/draft-notice";
import { Fold } from "../../ui/fold";
import { useEntryProblem } from "../../ui/quantity-field";
import classes from "./event-form.module.css";
import { detailsOf } from "./queries";
import { productNamed, VaccinePicker, type Product } from "./vaccine-picker";

const sites = [
  "left_thigh",
  "right_thigh",
  "left_arm",
  "right_arm",
  "mouth",
  "nose",
  "other",
] as const satisfies readonly VaccineSite[];

interface EventFormValues {
  name: string;
  product: Product;
  searched: string;
  given: "yes" | "no";
  not_given: string;
  date: string;
  ended_on: string;
  place: string;
  outcome: string;
  result: string;
  dose_number: string;
  lot: string;
  manufacturer: string;
  given_by: string;
  site: VaccineSite | "";
  reaction: string;
  dose: DoseEntry;
  schedule: string;
  between: string;
  between_unit: "minutes" | "hours";
  severity: AllergySeverity | "";
  notes: string;
  tags: string[];
}

type TextFieldName =
  | "place"
  | "outcome"
  | "result"
  | "lot"
  | "manufacturer"
  | "given_by"
  | "schedule"
  | "dose_number"
  | "not_given"
  | "reaction"
  | "notes"
  | "between";

export const EVENT_FORM = "event-form";

interface EventFormProps {
  draft: Draft;
  child: Child;
  type: EventType;
  /** The event to change; none for a new one. */
  event: MedicalEvent | null;
  /** The vaccine that a new one begins with. */
  product?: Product | undefined;
  problems: Record<string, string>;
  saving: boolean;
  onSubmit: (details: EventDetails, another: boolean) => void;
}

export function EventForm({
  draft,
  child,
  type,
  event,
  product,
  problems,
  saving,
  onSubmit,
}: EventFormProps) {
  const { t } = useLingui();
  const entryProblem = useEntryProblem();
  const { vaccines: products } = useVaccines(type === "vaccine");
  const siteName = useSiteName();
  const severityName = useAllergySeverityName();
  const { date_format, time_zone } = usePreferences();
  const now = today(time_zone);
  const lasting = ["medication", "allergy", "condition", "hospital_stay"].includes(type);
  const { form, onDiscard } = useDraftForm<EventFormValues>(draft, event?.rev ?? null, {
    initialValues: { ...valuesOf(event, now), ...(product === undefined ? {} : { product }) },
    validate: {
      name: (name) =>
        type !== "vaccine" && name.trim() === "" ? t`Please type what it is.` : null,
      product: ({ name }, { searched }) =>
        type === "vaccine" && name.trim() === "" && searched.trim() === ""
          ? t`Please choose a vaccine.`
          : null,
      not_given: (text, { given }) =>
        type === "vaccine" && given === "no" && text.trim() === ""
          ? t`Please say why, for example “ill that day”.`
          : null,
      date: (date) => {
        if (!isDate(date)) {
          return t`Please type the day.`;
        }
        if (daysBetween(child.date_of_birth, date) < 0) {
          return t`This is before the date of birth.`;
        }
        return type !== "medication" && daysBetween(date, now) < 0
          ? t`This day is still to come: enter what is planned as a visit.`
          : null;
      },
      ended_on: (end, { date }) => {
        if (!lasting || end === "") {
          return null;
        }
        if (!isDate(end)) {
          return t`Please type the last day, or leave it empty.`;
        }
        return isDate(date) && daysBetween(date, end) < 0 ? t`This is before the first day.` : null;
      },
      dose_number: (text) =>
        text.trim() === "" || (/^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 20)
          ? null
          : t`Please type 1 to 20.`,
      dose: ({ text, unit }) => {
        const parsed = parseDose(text, unit);
        return parsed.kind === "problem" ? entryProblem(parsed.problem) : null;
      },
      between: (text, values) =>
        text.trim() === "" || minutesOf(values) !== null
          ? null
          : t`Please type a number, at most 30 days.`,
    },
  });
  const { values } = form;
  const error = (field: keyof EventFormValues) => {
    const found = form.errors[field] ?? problems[field];
    return typeof found === "string" ? found : undefined;
  };
  const plain = (field: TextFieldName) => ({
    ...form.getInputProps(field),
    error: error(field),
    autoComplete: "off",
  });
  const nameLabel = {
    vaccine: t`Vaccine`,
    medication: t`Which medicine?`,
    allergy: t`Allergic to what?`,
    condition: t`Which condition?`,
    procedure: t`Which procedure?`,
    test: t`Which test?`,
    hospital_stay: t`Why in hospital?`,
  }[type];
  const submit = (another: boolean) =>
    form.onSubmit((valid) => {
      // What was typed and not picked is a name of the family's own, or says which of the list is meant.
      const product =
        valid.product.name === "" ? productNamed(valid.searched, products) : valid.product;
      onSubmit(withValues({ ...valid, product }, type, event), another);
    });
  return (
    <form id={EVENT_FORM} noValidate onSubmit={submit(false)}>
      <Stack gap="lg">
        <DraftNotice onDiscard={onDiscard} />
        {type === "vaccine" ? (
          <VaccinePicker
            value={values.product}
            text={values.searched}
            onText={(text) => {
              form.setFieldValue("searched", text);
            }}
            error={error("product")}
            onChange={(product) => {
              form.setFieldValue("product", product);
            }}
          />
        ) : (
          <TextInput
            label={nameLabel}
            autoComplete="off"
            maxLength={200}
            {...form.getInputProps("name")}
            error={error("name")}
          />
        )}
        {type === "vaccine" && (
          <Choice<"yes" | "no">
            label={t`Was it given?`}
            data={[
              { value: "yes", label: t`Given` },
              { value: "no", label: t`Not given` },
            ]}
            value={values.given}
            onChange={(given) => {
              form.setFieldValue("given", given);
            }}
          />
        )}
        {type === "vaccine" && values.given === "no" && (
          <TextInput label={t`Why not?`} maxLength={500} {...plain("not_given")} />
        )}
        <DateField
          label={lasting ? t`First day` : t`Date`}
          format={date_format}
          value={values.date}
          error={error("date")}
          onChange={(date) => {
            form.setFieldValue("date", date);
          }}
        />
        {type === "medication" && (
          <>
            <DoseField
              label={t`How much at a time`}
              value={values.dose}
              error={error("dose") ?? problems.medication}
              onChange={(dose) => {
                form.setFieldValue("dose", dose);
              }}
            />
            <TextInput
              label={t`When to take it`}
              placeholder={t`Morning and evening, with food`}
              maxLength={200}
              {...plain("schedule")}
            />
            <div className={classes.between}>
              <TextInput
                label={t`Time that must lie between two doses`}
                inputMode="decimal"
                {...plain("between")}
              />
              <NativeSelect
                aria-label={t`Unit of the time between`}
                value={values.between_unit}
                onChange={({ currentTarget }) => {
                  form.setFieldValue(
                    "between_unit",
                    currentTarget.value === "minutes" ? "minutes" : "hours",
                  );
                }}
                data={[
                  { value: "hours", label: t`hours` },
                  { value: "minutes", label: t`minutes` },
                ]}
              />
            </div>
          </>
        )}
        {type === "allergy" && (
          <>
            <Choice<AllergySeverity | "">
              label={t`How bad is it?`}
              data={[
                { value: "", label: t`Not said` },
                { value: "mild", label: severityName("mild") },
                { value: "moderate", label: severityName("moderate") },
                { value: "severe", label: severityName("severe") },
              ]}
              value={values.severity}
              onChange={(severity) => {
                form.setFieldValue("severity", severity);
              }}
            />
            <Textarea label={t`What happens?`} rows={2} maxLength={2000} {...plain("reaction")} />
          </>
        )}
        {lasting && (
          <DateField
            label={t`Last day`}
            description={t`Empty while it goes on.`}
            format={date_format}
            value={values.ended_on}
            error={error("ended_on")}
            onChange={(date) => {
              form.setFieldValue("ended_on", date);
            }}
          />
        )}
        {type === "vaccine" && values.given === "yes" && (
          <>
            <TextInput label={t`Dose number`} inputMode="numeric" {...plain("dose_number")} />
            <NativeSelect
              label={t`Where on the body`}
              value={values.site}
              onChange={({ currentTarget }) => {
                form.setFieldValue(
                  "site",
                  sites.find((site) => site === currentTarget.value) ?? "",
                );
              }}
              data={[
                { value: "", label: t`Not said` },
                ...sites.map((site) => ({ value: site, label: siteName(site) })),
              ]}
            />
            <TextInput label={t`Lot number`} maxLength={50} {...plain("lot")} />
            <Textarea label={t`Reaction`} rows={2} maxLength={2000} {...plain("reaction")} />
          </>
        )}
        {type === "test" && (
          <Textarea label={t`Result`} rows={2} maxLength={5000} {...plain("result")} />
        )}
        {(type === "procedure" || type === "hospital_stay" || type === "condition") && (
          <Textarea label={t`Outcome`} rows={2} maxLength={5000} {...plain("outcome")} />
        )}
        {type !== "medication" && type !== "allergy" && (
          <TextInput label={t`Place`} maxLength={200} {...plain("place")} />
        )}
        <Fold
          title={type === "vaccine" ? t`Who gave it, notes, tags` : t`Notes, tags`}
          open={values.notes !== "" || values.tags.length > 0 || values.given_by !== ""}
        >
          <Stack gap="md">
            {type === "vaccine" && (
              <>
                <TextInput label={t`Given by`} maxLength={100} {...plain("given_by")} />
                <TextInput label={t`Manufacturer`} maxLength={100} {...plain("manufacturer")} />
              </>
            )}
            <Textarea label={t`Notes`} rows={3} maxLength={5000} {...plain("notes")} />
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
        {event === null && (
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

function valuesOf(event: MedicalEvent | null, now: string): EventFormValues {
  const vaccine = event?.vaccine;
  const medication = event?.medication;
  const minutes = medication?.minutes_between ?? null;
  const inHours = minutes === null || minutes % 60 === 0;
  return {
    name: event?.name ?? "",
    product: {
      name: event?.name ?? "",
      cvx: vaccine?.cvx ?? null,
      diseases: vaccine?.diseases ?? [],
    },
    searched: "",
    given: vaccine?.not_given ? "no" : "yes",
    not_given: vaccine?.not_given ?? "",
    date: event?.date ?? now,
    ended_on: event?.ended_on ?? "",
    place: event?.place ?? "",
    outcome: event?.outcome ?? "",
    result: event?.result ?? "",
    dose_number: vaccine?.dose_number == null ? "" : String(vaccine.dose_number),
    lot: vaccine?.lot ?? "",
    manufacturer: vaccine?.manufacturer ?? "",
    given_by: vaccine?.given_by ?? "",
    site: vaccine?.site ?? "",
    reaction: vaccine?.reaction ?? event?.allergy?.reaction ?? "",
    dose: medication?.dose
      ? { text: typedDigits(medication.dose.value), unit: medication.dose.unit }
      : { text: "", unit: "ml" },
    schedule: medication?.schedule ?? "",
    between: minutes === null ? "" : String(inHours ? minutes / 60 : minutes),
    between_unit: inHours ? "hours" : "minutes",
    severity: event?.allergy?.severity ?? "",
    notes: event?.notes ?? "",
    tags: event?.tags ?? [],
  };
}

const MOST_MINUTES = 43_200;

function minutesOf({
  between,
  between_unit,
}: Pick<EventFormValues, "between" | "between_unit">): number | null {
  const number = Number(between.trim().replace(",", "."));
  const minutes = Math.round(between_unit === "hours" ? number * 60 : number);
  return between.trim() !== "" && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
}

/** The details to save; what this form does not show stays as it is. */
function withValues(
  values: EventFormValues,
  type: EventType,
  event: MedicalEvent | null,
): EventDetails {
  const parsed = parseDose(values.dose.text, values.dose.unit);
  const given = values.given === "yes";
  return {
    ...(event === null ? {} : detailsOf(event)),
    type,
    name: (type === "vaccine" ? values.product.name : values.name).trim(),
    date: values.date,
    ended_on: values.ended_on === "" ? null : values.ended_on,
    place: orNull(values.place),
    outcome: orNull(values.outcome),
    result: orNull(values.result),
    notes: orNull(values.notes),
    tags: values.tags,
    vaccine:
      type === "vaccine"
        ? {
            ...event?.vaccine,
            cvx: values.product.cvx,
            diseases: values.product.diseases,
            not_given: given ? null : orNull(values.not_given),
            dose_number: values.dose_number.trim() === "" ? null : Number(values.dose_number),
            lot: orNull(values.lot),
            manufacturer: orNull(values.manufacturer),
            given_by: orNull(values.given_by),
            site: values.site === "" ? null : values.site,
            reaction: orNull(values.reaction),
          }
        : null,
    medication:
      type === "medication"
        ? {
            ...event?.medication,
            dose: parsed.kind === "ok" ? parsed.value : null,
            schedule: orNull(values.schedule),
            minutes_between: minutesOf(values),
          }
        : null,
    allergy:
      type === "allergy"
        ? {
            ...event?.allergy,
            severity: values.severity === "" ? null : values.severity,
            reaction: orNull(values.reaction),
          }
        : null,
  };
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
