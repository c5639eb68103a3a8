import type {
  Event,
  Eye,
  Illness,
  Linked,
  Measurement,
  Preferences,
  Temperature,
  Visit,
} from "../../api/types";
import { newId } from "../../lib/ids";
import {
  lengthEntry,
  temperatureEntry,
  weightEntry,
  type LengthEntryUnit,
  type QuantityEntry,
  type WeightEntryUnit,
} from "../../lib/units";
import { digits, signed } from "./form-text";

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

export interface MeasurementEntry {
  id: string;
  /** The record as it was read; none for a new one. */
  read: Measurement | null;
  weight: QuantityEntry<WeightEntryUnit>;
  height: QuantityEntry<LengthEntryUnit>;
  head_circumference: QuantityEntry<LengthEntryUnit>;
}

export interface IllnessEntry {
  id: string;
  /** The record as it was read; none for a new one. */
  read: Illness | null;
  types: Illness["types"];
  other_name: string;
  started_on: string;
  ongoing: boolean;
  ended_on: string;
}

export interface EyeEntry {
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
  measurements: MeasurementEntry[];
  vitals: {
    systolic: string;
    diastolic: string;
    heart_rate: string;
    oxygen_saturation: string;
    temperature: QuantityEntry<Temperature["unit"]>;
  };
  vaccines: VaccineEntry[];
  illnesses: IllnessEntry[];
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
  const { vitals, injury, vision, dental } = visit ?? {};
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
    measurements: oneAtLeast(linked?.measurements, (read) => measurementEntry(read, units)),
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
    illnesses: oneAtLeast(linked?.illnesses, illnessEntry),
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

/** The entries of what was found, or an empty one to fill in. */
function oneAtLeast<Read, Entry>(
  found: readonly Read[] | undefined,
  entry: (read: Read | null) => Entry,
): Entry[] {
  return found === undefined || found.length === 0 ? [entry(null)] : found.map(entry);
}

function measurementEntry(read: Measurement | null, units: Preferences["units"]): MeasurementEntry {
  const noLength = { unit: units.length, major: "", minor: "" };
  return {
    id: read?.id ?? newId("mea"),
    read,
    weight: read?.weight
      ? weightEntry(read.weight)
      : { unit: units.weight === "lb" ? "lb_oz" : "kg", major: "", minor: "" },
    height: read?.height ? lengthEntry(read.height) : noLength,
    head_circumference: read?.head_circumference ? lengthEntry(read.head_circumference) : noLength,
  };
}

function illnessEntry(read: Illness | null): IllnessEntry {
  return {
    id: read?.id ?? newId("ill"),
    read,
    types: read?.types ?? [],
    other_name: read?.other_name ?? "",
    started_on: read?.started_on ?? "",
    ongoing: (read?.ended_on ?? null) === null,
    ended_on: read?.ended_on ?? "",
  };
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

function eyeEntry(eye: Eye | null | undefined): EyeEntry {
  return {
    sphere: signed(eye?.sphere),
    cylinder: signed(eye?.cylinder),
    axis: digits(eye?.axis),
  };
}
