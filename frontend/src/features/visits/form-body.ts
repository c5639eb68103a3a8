import type {
  Dental,
  Event,
  EventDetails,
  Eye,
  IllnessDetails,
  Injury,
  LinkedRecord,
  MeasurementDetails,
  Prescription,
  Vision,
  Visit,
  VisitBody,
  Vitals,
} from "../../api/types";
import { detailsOnly } from "../../lib/details";
import { parseLength, parseTemperature, parseWeight, type Parsed } from "../../lib/units";
import { dioptres, tagsOf, whole, words } from "./form-text";
import type { EyeEntry, Part, VisitFormValues } from "./form-values";

type VaccineSite = NonNullable<NonNullable<Event["vaccine"]>["site"]>;

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
  for (const entry of shown.has("measurement") ? values.measurements : []) {
    const { id, read: before, ...entered } = entry;
    const old = before && detailsOnly(before);
    const height = valueOf(parseLength(entered.height));
    const details = {
      ...old,
      date: old ? moved(old.date) : values.date,
      weight: valueOf(parseWeight(entered.weight)),
      height,
      // Not shown: what is said of a height that was there stays, also that nothing is.
      position: height === null ? null : old?.height ? old.position : position,
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
  for (const entry of shown.has("illness") ? values.illnesses : []) {
    const { id, read: before, ...entered } = entry;
    if (entered.types.length === 0) {
      continue;
    }
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
    case "measurement":
      return values.measurements.every(
        ({ read, weight, height, head_circumference }) =>
          read === null && [weight, height, head_circumference].every(({ major }) => major === ""),
      );
    case "vitals":
      return vitalsOf(values.vitals) === null;
    case "vaccines":
      return values.vaccines.length === 0;
    case "illness":
      return values.illnesses.every(({ read, types }) => read === null && types.length === 0);
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

function valueOf<Quantity>(parsed: Parsed<Quantity>): Quantity | null {
  return parsed.kind === "ok" ? parsed.value : null;
}
