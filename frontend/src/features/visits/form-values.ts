import type {
  Dental,
  Event,
  EventDetails,
  Eye,
  Illness,
  IllnessDetails,
  Injury,
  Linked,
  LinkedRecord,
  Measurement,
  MeasurementDetails,
  Preferences,
  Prescription,
  Temperature,
  Vision,
  Visit,
  VisitBody,
  Vitals,
} from "../../api/types";
import { detailsOnly } from "../../lib/details";
import { newId } from "../../lib/ids";
import {
  lengthEntry,
  parseLength,
  parseTemperature,
  parseWeight,
  temperatureEntry,
  weightEntry,
  type LengthEntryUnit,
  type Parsed,
  type QuantityEntry,
  type WeightEntryUnit,
} from "../../lib/units";

type VaccineSite = NonNullable<NonNullable<Event["vaccine"]>["site"]>;

/** The parts of a visit that can be added and removed, in the order of the form. */
export const parts = [
  "measurement",
  "vitals",
  "vaccines",
  "illness",
  "injury",
  "vision",
  "dental",
  "prescriptions",
] as const;

export type Part = (typeof parts)[number];

/** What a visit of a type is usually about. */
export const usualParts: Record<Visit["type"], readonly Part[]> = {
  wellness: ["measurement", "vaccines"],
  sick: ["illness", "prescriptions"],
  injury: ["injury"],
  vision: ["vision"],
  dental: ["dental"],
  specialist: [],
};

export interface VaccineEntry {
  id: string;
  /** The record as it was read; none for a new one. */
  read: Event | null;
  name: string;
  cvx: string | null;
  diseases: string[];
  dose_number: string;
  lot: string;
  manufacturer: string;
  site: string;
}

interface EyeEntry {
  sphere: string;
  cylinder: string;
  axis: string;
}

export interface VisitFormValues {
  type: Visit["type"];
  date: string;
  time: string;
  place: string;
  doctor: string;
  title: string;
  reason: string;
  outcome: string;
  notes: string;
  tags: string;
  shown: Part[];
  measurement: {
    id: string;
    read: Measurement | null;
    weight: QuantityEntry<WeightEntryUnit>;
    height: QuantityEntry<LengthEntryUnit>;
    head_circumference: QuantityEntry<LengthEntryUnit>;
  };
  vitals: {
    systolic: string;
    diastolic: string;
    heart_rate: string;
    oxygen_saturation: string;
    temperature: QuantityEntry<Temperature["unit"]>;
  };
  vaccines: VaccineEntry[];
  illness: {
    id: string;
    read: Illness | null;
    types: Illness["types"];
    other_name: string;
    started_on: string;
    ongoing: boolean;
    ended_on: string;
  };
  injury: { kind: string; body_part: string; treatment: string };
  vision: { right: EyeEntry; left: EyeEntry; glasses_ordered: boolean; contacts_ordered: boolean };
  dental: {
    cleaning: boolean;
    xrays: boolean;
    fluoride: boolean;
    sealants: boolean;
    cavities_found: string;
    cavities_filled: string;
    procedures: { name: string; tooth: string }[];
  };
  prescriptions: { medicine: string; dose: string; frequency: string; duration: string }[];
}

export function newVaccine(): VaccineEntry {
  return {
    id: newId("evt"),
    read: null,
    name: "",
    cvx: null,
    diseases: [],
    dose_number: "",
    lot: "",
    manufacturer: "",
    site: "",
  };
}

export const emptyPrescription = { medicine: "", dose: "", frequency: "", duration: "" };

/** The parts that stand in a visit. */
function partsOf(visit: Visit, linked: Linked): Part[] {
  const has: Record<Part, boolean> = {
    measurement: linked.measurements.length > 0,
    vitals: visit.vitals !== null,
    vaccines: linked.events.some(({ type }) => type === "vaccine"),
    illness: linked.illnesses.length > 0,
    injury: visit.injury !== null,
    vision: visit.vision !== null,
    dental: visit.dental !== null,
    prescriptions: visit.prescriptions.length > 0,
  };
  return parts.filter((part) => has[part]);
}

/** What the form shows of a visit, or of a new one on a day. */
export function valuesOf(
  visit: Visit | null,
  linked: Linked | null,
  day: string,
  { units }: Pick<Preferences, "units">,
): VisitFormValues {
  const measurement = linked?.measurements[0] ?? null;
  const illness = linked?.illnesses[0] ?? null;
  const { vitals, injury, vision, dental } = visit ?? {};
  const noLength = { unit: units.length, major: "", minor: "" };
  const type = visit?.type ?? "wellness";
  return {
    type,
    date: visit?.date ?? day,
    time: visit?.time ?? "",
    place: visit?.place ?? "",
    doctor: visit?.doctor ?? "",
    title: visit?.title ?? "",
    reason: visit?.reason ?? "",
    outcome: visit?.outcome ?? "",
    notes: visit?.notes ?? "",
    tags: visit?.tags.join(", ") ?? "",
    shown: visit && linked ? partsOf(visit, linked) : [...usualParts[type]],
    measurement: {
      id: measurement?.id ?? newId("mea"),
      read: measurement,
      weight: measurement?.weight
        ? weightEntry(measurement.weight)
        : { unit: units.weight === "lb" ? "lb_oz" : "kg", major: "", minor: "" },
      height: measurement?.height ? lengthEntry(measurement.height) : noLength,
      head_circumference: measurement?.head_circumference
        ? lengthEntry(measurement.head_circumference)
        : noLength,
    },
    vitals: {
      systolic: digits(vitals?.blood_pressure?.systolic),
      diastolic: digits(vitals?.blood_pressure?.diastolic),
      heart_rate: digits(vitals?.heart_rate),
      oxygen_saturation: digits(vitals?.oxygen_saturation),
      temperature: vitals?.temperature
        ? temperatureEntry(vitals.temperature)
        : { unit: units.temperature, major: "", minor: "" },
    },
    vaccines: (linked?.events ?? []).flatMap((event) =>
      event.type === "vaccine" ? [vaccineEntry(event)] : [],
    ),
    illness: {
      id: illness?.id ?? newId("ill"),
      read: illness,
      types: illness?.types ?? [],
      other_name: illness?.other_name ?? "",
      started_on: illness?.started_on ?? "",
      ongoing: (illness?.ended_on ?? null) === null,
      ended_on: illness?.ended_on ?? "",
    },
    injury: {
      kind: injury?.kind ?? "",
      body_part: injury?.body_part ?? "",
      treatment: injury?.treatment ?? "",
    },
    vision: {
      right: eyeEntry(vision?.right),
      left: eyeEntry(vision?.left),
      glasses_ordered: vision?.glasses_ordered ?? false,
      contacts_ordered: vision?.contacts_ordered ?? false,
    },
    dental: {
      cleaning: dental?.cleaning ?? false,
      xrays: dental?.xrays ?? false,
      fluoride: dental?.fluoride ?? false,
      sealants: dental?.sealants ?? false,
      cavities_found: digits(dental?.cavities_found),
      cavities_filled: digits(dental?.cavities_filled),
      procedures: (dental?.procedures ?? []).map(({ name, tooth }) => ({
        name,
        tooth: tooth ?? "",
      })),
    },
    prescriptions: (visit?.prescriptions ?? []).map((each) => ({
      medicine: each.medicine,
      dose: each.dose ?? "",
      frequency: each.frequency ?? "",
      duration: each.duration ?? "",
    })),
  };
}

interface Saving {
  values: VisitFormValues;
  visitId: string;
  /** The version that is changed; none for a new one. */
  read: Visit | null;
  /** Whether the day is still to come: what is found there is not shown, and stays as it is. */
  appointment: boolean;
  /** How the child is measured at that age. */
  position: "lying" | "standing";
}

/** The body to save. Parts that were not shown stay; parts that were removed go. */
export function bodyOfForm(saving: Saving): VisitBody {
  const { values, read, appointment } = saving;
  const shown = new Set(values.shown);
  const kept = read === null ? null : detailsOnly(read);
  const body: VisitBody = {
    ...kept,
    type: values.type,
    date: values.date,
    time: words(values.time),
    place: words(values.place),
    doctor: words(values.doctor),
    title: words(values.title),
    reason: words(values.reason),
    notes: words(values.notes),
    tags: tagsOf(values.tags),
  };
  if (appointment) {
    return body;
  }
  return {
    ...body,
    outcome: words(values.outcome),
    vitals: shown.has("vitals") ? vitalsOf(values.vitals) : null,
    injury: shown.has("injury") ? injuryOf(values.injury) : null,
    vision: shown.has("vision") ? visionOf(values.vision) : null,
    dental: shown.has("dental") ? dentalOf(values.dental) : null,
    prescriptions: shown.has("prescriptions") ? prescriptionsOf(values.prescriptions) : [],
    records: recordsOf(saving),
  };
}

/** The records that were found at the visit and are new or changed. */
function recordsOf({ values, visitId, read, position }: Saving): LinkedRecord[] {
  const shown = new Set(values.shown);
  const moved = (date: string) => (date === read?.date ? values.date : date);
  const records: LinkedRecord[] = [];
  const add = (
    kind: LinkedRecord["kind"],
    id: string,
    before: { rev: number } | null,
    old: object | null,
    details: MeasurementDetails | EventDetails | IllnessDetails,
  ) => {
    if (old === null || JSON.stringify(old) !== JSON.stringify(details)) {
      records.push({ kind, id, rev: before?.rev ?? null, details });
    }
  };
  if (shown.has("measurement")) {
    const { id, read: before, ...entered } = values.measurement;
    const old = before && detailsOnly(before);
    const height = valueOf(parseLength(entered.height));
    const details = {
      ...old,
      date: old ? moved(old.date) : values.date,
      weight: valueOf(parseWeight(entered.weight)),
      height,
      position: height === null ? null : (old?.position ?? position),
      head_circumference: valueOf(parseLength(entered.head_circumference)),
      visit_id: visitId,
      measured_by: old === null ? ("clinic" as const) : old.measured_by,
    };
    const something =
      details.weight !== null || height !== null || details.head_circumference !== null;
    if (something) {
      add("measurement", id, before, old, details);
    } else if (before !== null) {
      records.push({ kind: "measurement", id, rev: before.rev, details: null });
    }
  }
  if (shown.has("vaccines")) {
    for (const entry of values.vaccines) {
      const { id, read: before } = entry;
      const old = before && detailsOnly(before);
      if (entry.name.trim() !== "") {
        add("event", id, before, old, {
          ...old,
          type: "vaccine",
          date: old === null ? values.date : moved(old.date),
          name: entry.name.trim(),
          place: old === null ? words(values.place) : old.place,
          visit_id: visitId,
          vaccine: {
            ...old?.vaccine,
            cvx: entry.cvx,
            diseases: entry.diseases,
            dose_number: whole(entry.dose_number),
            lot: words(entry.lot),
            manufacturer: words(entry.manufacturer),
            site: siteOf(entry.site),
          },
        });
      }
    }
  }
  if (shown.has("illness") && values.illness.types.length > 0) {
    const { id, read: before, ...entered } = values.illness;
    const old = before && detailsOnly(before);
    add("illness", id, before, old, {
      ...old,
      types: entered.types,
      other_name: entered.types.includes("other") ? words(entered.other_name) : null,
      started_on: entered.started_on === "" ? values.date : entered.started_on,
      ended_on: entered.ongoing || entered.ended_on === "" ? null : entered.ended_on,
      visit_ids: [...new Set([...(old?.visit_ids ?? []), visitId])],
    });
  }
  return records;
}

/** Whether nothing was entered in a part, so that it may leave the form unasked. */
export function isEmptyPart(part: Part, values: VisitFormValues): boolean {
  switch (part) {
    case "measurement": {
      const { read, weight, height, head_circumference } = values.measurement;
      return (
        read === null && [weight, height, head_circumference].every(({ major }) => major === "")
      );
    }
    case "vitals":
      return vitalsOf(values.vitals) === null;
    case "vaccines":
      return values.vaccines.length === 0;
    case "illness":
      return values.illness.read === null && values.illness.types.length === 0;
    case "injury":
      return injuryOf(values.injury) === null;
    case "vision":
      return visionOf(values.vision) === null;
    case "dental":
      return dentalOf(values.dental) === null;
    case "prescriptions":
      return prescriptionsOf(values.prescriptions).length === 0;
  }
}

/** A whole number, or null where nothing or no number was typed. */
export function whole(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}

/** Dioptres: "+1.25", "-0,5". */
export function dioptres(text: string): number | null {
  const plain = text.trim().replace(",", ".").replace("−", "-");
  return /^[+-]?\d{1,2}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}

export function tagsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(",")
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ""),
    ),
  ];
}

function vaccineEntry(event: Event): VaccineEntry {
  const vaccine = event.vaccine ?? {};
  return {
    id: event.id,
    read: event,
    name: event.name,
    cvx: vaccine.cvx ?? null,
    diseases: vaccine.diseases ?? [],
    dose_number: digits(vaccine.dose_number),
    lot: vaccine.lot ?? "",
    manufacturer: vaccine.manufacturer ?? "",
    site: vaccine.site ?? "",
  };
}

function siteOf(site: string): VaccineSite | null {
  switch (site) {
    case "left_thigh":
    case "right_thigh":
    case "left_arm":
    case "right_arm":
    case "mouth":
    case "nose":
    case "other":
      return site;
    default:
      return null;
  }
}

function eyeEntry(eye: Eye | null | undefined): EyeEntry {
  return {
    sphere: signed(eye?.sphere),
    cylinder: signed(eye?.cylinder),
    axis: digits(eye?.axis),
  };
}

function vitalsOf(entered: VisitFormValues["vitals"]): Vitals | null {
  const systolic = whole(entered.systolic);
  const diastolic = whole(entered.diastolic);
  const vitals = {
    blood_pressure: systolic !== null && diastolic !== null ? { systolic, diastolic } : null,
    heart_rate: whole(entered.heart_rate),
    oxygen_saturation: whole(entered.oxygen_saturation),
    temperature: valueOf(parseTemperature(entered.temperature)),
  };
  return Object.values(vitals).every((value) => value === null) ? null : vitals;
}

function injuryOf({ kind, body_part, treatment }: VisitFormValues["injury"]): Injury | null {
  const injury = {
    kind: kind.trim(),
    body_part: words(body_part),
    treatment: words(treatment),
  };
  return injury.kind === "" && injury.body_part === null && injury.treatment === null
    ? null
    : injury;
}

function visionOf(entered: VisitFormValues["vision"]): Vision | null {
  const eye = ({ sphere, cylinder, axis }: EyeEntry): Eye | null => {
    const values = { sphere: dioptres(sphere), cylinder: dioptres(cylinder), axis: whole(axis) };
    return Object.values(values).every((value) => value === null) ? null : values;
  };
  const { glasses_ordered, contacts_ordered } = entered;
  const right = eye(entered.right);
  const left = eye(entered.left);
  return right === null && left === null && !glasses_ordered && !contacts_ordered
    ? null
    : { right, left, glasses_ordered, contacts_ordered };
}

function dentalOf(entered: VisitFormValues["dental"]): Dental | null {
  const { cleaning, xrays, fluoride, sealants } = entered;
  const cavities_found = whole(entered.cavities_found);
  const cavities_filled = whole(entered.cavities_filled);
  const procedures = entered.procedures.flatMap(({ name, tooth }) =>
    name.trim() === "" ? [] : [{ name: name.trim(), tooth: words(tooth) }],
  );
  const nothing =
    !(cleaning || xrays || fluoride || sealants) &&
    cavities_found === null &&
    cavities_filled === null &&
    procedures.length === 0;
  return nothing
    ? null
    : { cleaning, xrays, fluoride, sealants, cavities_found, cavities_filled, procedures };
}

function prescriptionsOf(entered: VisitFormValues["prescriptions"]): Prescription[] {
  return entered.flatMap(({ medicine, dose, frequency, duration }) =>
    medicine.trim() === ""
      ? []
      : [
          {
            medicine: medicine.trim(),
            dose: words(dose),
            frequency: words(frequency),
            duration: words(duration),
          },
        ],
  );
}

function words(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

function digits(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

function signed(value: number | null | undefined): string {
  return value !== null && value !== undefined && value > 0 ? `+${String(value)}` : digits(value);
}

function valueOf<Quantity>(parsed: Parsed<Quantity>): Quantity | null {
  return parsed.kind === "ok" ? parsed.value : null;
}
