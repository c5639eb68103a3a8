import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { usePreferences } from "../api/account";
import type {
  AllergySeverity,
  Dose,
  DoseUnit,
  Entry,
  EventType,
  Illness,
  IllnessDetails,
  IllnessType,
  Measurement,
  MedicalEvent,
  VaccineSite,
  Visit,
  VisitType,
} from "../api/types";
import { daysBetween, formatClock, formatDate, today } from "./dates";
import { formatLength, formatTemperature, formatWeight, localDigits } from "./units";

export const illnessTypes = [
  "fever",
  "cold",
  "flu",
  "stomach_bug",
  "ear_infection",
  "covid19",
  "strep",
  "rsv",
  "croup",
  "hand_foot_mouth",
  "pink_eye",
  "chickenpox",
  "other",
] as const satisfies readonly IllnessType[];

export const eventTypes = [
  "vaccine",
  "medication",
  "allergy",
  "condition",
  "procedure",
  "test",
  "hospital_stay",
] as const satisfies readonly EventType[];

export const doseUnits = [
  "ml",
  "mg",
  "drops",
  "tablets",
  "suppositories",
  "puffs",
  "ug",
  "g",
  "iu",
  "pieces",
] as const satisfies readonly DoseUnit[];

/** The name of a type of illness. */
export function useIllnessTypeName(): (type: IllnessType) => string {
  const { t } = useLingui();
  return (type) =>
    ({
      flu: t`Flu`,
      strep: t`Strep throat`,
      rsv: t`RSV`,
      covid19: t`COVID-19`,
      cold: t`Cold`,
      stomach_bug: t`Stomach bug`,
      ear_infection: t`Ear infection`,
      hand_foot_mouth: t`Hand, foot and mouth`,
      croup: t`Croup`,
      pink_eye: t`Pink eye`,
      chickenpox: t`Chickenpox`,
      fever: t`Fever`,
      other: t({ message: "Another illness", comment: "A type of illness that is not listed" }),
    })[type];
}

/** What an illness is called: its types, and the name that the family gave it. */
export function useIllnessName(): (
  illness: Pick<IllnessDetails, "types" | "other_name">,
) => string {
  const name = useIllnessTypeName();
  const { i18n } = useLingui();
  return ({ types, other_name }) =>
    new Intl.ListFormat(i18n.locale, { type: "unit", style: "short" }).format(
      types.map((type) => (type === "other" && other_name ? other_name : name(type))),
    );
}

/** The name of a type of medical event. */
export function useEventTypeName(): (type: EventType) => string {
  const { t } = useLingui();
  return (type) =>
    ({
      vaccine: t`Vaccine`,
      procedure: t`Procedure`,
      medication: t`Medication`,
      allergy: t`Allergy`,
      condition: t`Condition`,
      hospital_stay: t`Hospital stay`,
      test: t`Test`,
    })[type];
}

/** The name of a type of visit. */
export function useVisitTypeName(): (type: VisitType) => string {
  const { t } = useLingui();
  return (type) =>
    ({
      wellness: t`Check-up`,
      sick: t`Sick visit`,
      injury: t`Injury`,
      vision: t`Eye exam`,
      dental: t`Dentist`,
      specialist: t`Specialist`,
    })[type];
}

export function useSiteName(): (site: VaccineSite) => string {
  const { t } = useLingui();
  return (site) =>
    ({
      left_thigh: t`Left thigh`,
      right_thigh: t`Right thigh`,
      left_arm: t`Left arm`,
      right_arm: t`Right arm`,
      mouth: t`By mouth`,
      nose: t`In the nose`,
      other: t`Elsewhere`,
    })[site];
}

export function useAllergySeverityName(): (severity: AllergySeverity) => string {
  const { t } = useLingui();
  return (severity) => ({ mild: t`Mild`, moderate: t`Moderate`, severe: t`Severe` })[severity];
}

/** The name of a unit of medicines, as a choice. */
export function useDoseUnitName(): (unit: DoseUnit) => string {
  const { t } = useLingui();
  return (unit) =>
    ({
      ug: "µg",
      mg: "mg",
      g: "g",
      ml: "ml",
      iu: t({ message: "IU", comment: "International units of a medicine" }),
      drops: t`drops`,
      tablets: t`tablets`,
      puffs: t`puffs`,
      suppositories: t`suppositories`,
      pieces: t`pieces`,
    })[unit];
}

/** An amount of a medicine as it was typed: "5 ml", "1 tablet". */
export function useDoseWords(): (dose: Dose) => string {
  const { t, i18n } = useLingui();
  const unitName = useDoseUnitName();
  return ({ value, unit }) => {
    switch (unit) {
      case "drops":
        return t`${plural(value, { one: "# drop", other: "# drops" })}`;
      case "tablets":
        return t`${plural(value, { one: "# tablet", other: "# tablets" })}`;
      case "puffs":
        return t`${plural(value, { one: "# puff", other: "# puffs" })}`;
      case "suppositories":
        return t`${plural(value, { one: "# suppository", other: "# suppositories" })}`;
      case "pieces":
        return t`${plural(value, { one: "# piece", other: "# pieces" })}`;
      case "ug":
      case "mg":
      case "g":
      case "ml":
      case "iu":
        return `${localDigits(value, i18n.locale)} ${unitName(unit)}`;
    }
  };
}

/** Words that many families use, offered while symptoms are entered. */
export function useSymptoms(): string[] {
  const { t } = useLingui();
  return [
    t`Fever`,
    t`Cough`,
    t`Runny nose`,
    t`Sore throat`,
    t`Earache`,
    t`Headache`,
    t`Vomiting`,
    t`Diarrhoea`,
    t`Rash`,
    t`Tired`,
    t`Not eating`,
    t`Poor sleep`,
  ];
}

/** How long an illness has lasted: "day 3", "4 days". */
export function useIllnessLength(): (illness: Pick<Illness, "started_on" | "days">) => string {
  const { t } = useLingui();
  const { time_zone } = usePreferences();
  return ({ started_on, days }) => {
    if (days !== null) {
      return t`${plural(days, { one: "# day", other: "# days" })}`;
    }
    const day = Math.max(1, daysBetween(started_on, today(time_zone)) + 1);
    return t`day ${day}`;
  };
}

export interface EntryWords {
  title: string;
  /** What kind of thing it is, where the title does not say so. */
  kind: string;
  details: string;
  date: string;
}

/** A record of any kind in a few words, as lists show it. */
export function useEntryWords(): (entry: Entry) => EntryWords {
  const { t } = useLingui();
  const visit = useVisitWords();
  const measurement = useMeasurementWords();
  const event = useEventWords();
  const illnessName = useIllnessName();
  const illnessDetails = useIllnessDetails();
  return (entry) => {
    switch (entry.kind) {
      case "visit":
        return visit(entry.record);
      case "measurement":
        return {
          title: t`Measurement`,
          kind: "",
          details: measurement(entry.record),
          date: entry.record.date,
        };
      case "event":
        return event(entry.record);
      case "illness":
        return {
          title: illnessName(entry.record),
          kind: t`Illness`,
          details: illnessDetails(entry.record),
          date: entry.record.started_on,
        };
      case "attachment":
        return {
          title: entry.record.title,
          kind: t`Document`,
          details: "",
          date: entry.record.created_at.slice(0, 10),
        };
    }
  };
}

function useVisitWords(): (visit: Visit) => EntryWords {
  const { i18n } = useLingui();
  const { time_format } = usePreferences();
  const typeName = useVisitTypeName();
  return ({ type, title, date, time, doctor, place, outcome, reason }) => ({
    title: title ?? typeName(type),
    kind: title === null ? "" : typeName(type),
    details: joined([
      time && formatClock(time, time_format, i18n.locale),
      doctor,
      place,
      outcome ?? reason,
    ]),
    date,
  });
}

/** The values of a measurement in a line. */
export function useMeasurementWords(): (measurement: Measurement) => string {
  const { t, i18n } = useLingui();
  return ({ weight, height, head_circumference }) => {
    const head = head_circumference && formatLength(head_circumference, i18n.locale);
    return joined([
      weight && formatWeight(weight, i18n.locale),
      height && formatLength(height, i18n.locale),
      head && t`head ${head}`,
    ]);
  };
}

function useEventWords(): (event: MedicalEvent) => EntryWords {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  const typeName = useEventTypeName();
  const doseWords = useDoseWords();
  return ({ type, name, date, ended_on, place, outcome, result, vaccine, medication, allergy }) => {
    const number = vaccine?.dose_number;
    const end = ended_on && formatDate(ended_on, date_format, i18n.locale);
    return {
      title: name,
      kind: typeName(type),
      details: joined([
        vaccine?.not_given && t`not given`,
        number && t`dose ${number}`,
        medication?.dose && doseWords(medication.dose),
        medication?.schedule,
        allergy?.reaction,
        place,
        result ?? outcome,
        end && t`until ${end}`,
      ]),
      date,
    };
  };
}

function useIllnessDetails(): (illness: Illness) => string {
  const { t, i18n } = useLingui();
  const length = useIllnessLength();
  return (illness) => {
    const { severity, temperatures } = illness;
    const highest = temperatures
      .map(({ temperature }) => temperature)
      .toSorted((one, other) => one.value - other.value)
      .at(-1);
    const top = highest && formatTemperature(highest, i18n.locale);
    return joined([
      length(illness),
      severity && t`severity ${severity} of 10`,
      top && t`up to ${top}`,
    ]);
  };
}

/** Words in a row; what is empty is left out. */
export function joined(parts: readonly (string | number | null | undefined | false)[]): string {
  return parts.filter((part) => typeof part === "string" && part !== "").join(" · ");
}
