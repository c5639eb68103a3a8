import { describe, expect, test } from "vitest";
import type { Linked, Visit } from "../../api/types";
import { bodyOfForm } from "./form-body";
import { dioptres, tagsOf } from "./form-text";
import { valuesOf } from "./form-values";

const preferences = {
  units: { weight: "kg", length: "cm", temperature: "c" },
} as const;

const visit: Visit = {
  id: "vis_1",
  child_id: "chi_1",
  family_id: "fam_1",
  rev: 3,
  created_at: "2026-01-01T00:00:00Z",
  created_by: "usr_1",
  updated_at: "2026-01-01T00:00:00Z",
  updated_by: "usr_1",
  type: "dental",
  date: "2026-01-05",
  time: "09:30",
  place: null,
  doctor: "Dr. Kim",
  title: null,
  reason: null,
  outcome: "All well",
  notes: null,
  done: true,
  measured_by: "school",
  tags: ["school"],
  vitals: { heart_rate: 90, temperature: { value: 98.6, unit: "f" } },
  injury: null,
  vision: { right: { sphere: 1.25, cylinder: -0.5, axis: 90 }, left: null },
  dental: { cleaning: true, procedures: [{ name: "Filling", tooth: "16" }] },
  prescriptions: [{ medicine: "Rinse", dose: null, frequency: "twice a day", duration: null }],
};

const nothing: Linked = {
  attachments: [],
  events: [],
  illnesses: [],
  measurements: [],
  visits: [],
};

const save = (values: ReturnType<typeof valuesOf>, appointment = false) =>
  bodyOfForm({ values, visitId: visit.id, read: visit, appointment, position: "standing" });

describe("saving a visit", () => {
  test("keeps what the form does not show", () => {
    const body = save(valuesOf(visit, nothing, "2026-02-02", preferences));
    expect(body).toMatchObject({ done: true, measured_by: "school", tags: ["school"] });
    expect(body.vitals).toMatchObject({ heart_rate: 90, temperature: { value: 98.6, unit: "f" } });
    expect(body.vision?.right).toEqual({ sphere: 1.25, cylinder: -0.5, axis: 90 });
    expect(body.dental).toMatchObject({
      cleaning: true,
      procedures: [{ name: "Filling", tooth: "16" }],
    });
    expect(body.records).toEqual([]);
    expect(body).not.toHaveProperty("id");
  });

  test("of a day to come leaves what was found as it is", () => {
    const values = { ...valuesOf(visit, nothing, "", preferences), date: "2027-01-01", shown: [] };
    expect(save(values, true)).toMatchObject({ outcome: "All well", vitals: visit.vitals });
  });

  test("drops a part that was removed", () => {
    const values = { ...valuesOf(visit, nothing, "", preferences), shown: [] };
    expect(save(values)).toMatchObject({ vitals: null, dental: null, prescriptions: [] });
  });

  const { id, child_id, family_id, rev, created_at, created_by, updated_at, updated_by } = visit;
  const added = { child_id, family_id, rev, created_at, created_by, updated_at, updated_by };
  const measurement = {
    ...added,
    id: "mea_1",
    date: visit.date,
    weight: { value: 283, unit: "oz" } as const,
    height: null,
    position: null,
    head_circumference: null,
    visit_id: id,
    measured_by: "clinic" as const,
    notes: "shoes on",
    tags: [],
  };

  test("moves a measurement of that day along, and sends no other record", () => {
    const linked = { ...nothing, measurements: [measurement] };
    const values = valuesOf(visit, linked, "", preferences);
    expect(save(values).records).toEqual([]);
    const [moved] = save({ ...values, date: "2026-01-06" }).records ?? [];
    expect(moved).toMatchObject({
      id: "mea_1",
      rev: 3,
      details: { date: "2026-01-06", weight: { value: 283, unit: "oz" }, notes: "shoes on" },
    });
  });

  test("changes the one of several measurements and illnesses that was changed, and no other", () => {
    const illness = {
      ...added,
      id: "ill_1",
      days: 3,
      types: ["cold"],
      other_name: null,
      started_on: "2026-01-04",
      ended_on: null,
      severity: 4,
      symptoms: ["cough"],
      temperatures: [],
      medicines: [],
      days_missed: null,
      visit_ids: [id],
      notes: null,
      tags: [],
      measured_by: null,
    } as unknown as Linked["illnesses"][number];
    const linked = {
      ...nothing,
      measurements: [
        measurement,
        { ...measurement, id: "mea_2", weight: null, height: { value: 120, unit: "cm" } as const },
      ],
      illnesses: [illness, { ...illness, id: "ill_2", types: ["fever" as const] }],
    };
    const values = valuesOf(visit, linked, "", preferences);
    expect(values.measurements).toHaveLength(2);
    expect(values.illnesses).toHaveLength(2);
    expect(save(values).records).toEqual([]);
    const changed = save({
      ...values,
      measurements: values.measurements.map((each) =>
        each.id === "mea_2" ? { ...each, height: { ...each.height, major: "121" } } : each,
      ),
      illnesses: values.illnesses.map((each) =>
        each.id === "ill_2" ? { ...each, ongoing: false, ended_on: "2026-01-07" } : each,
      ),
    });
    expect(changed.records).toHaveLength(2);
    expect(changed.records).toMatchObject([
      { id: "mea_2", rev: 3, details: { height: { value: 121, unit: "cm" }, notes: "shoes on" } },
      { id: "ill_2", details: { ended_on: "2026-01-07", severity: 4 } },
    ]);
    // What is not shown stays as it is.
    expect(save({ ...values, shown: [] }).records).toEqual([]);
  });
});

test.each([
  ["+1.25", 1.25],
  ["-0,5", -0.5],
  ["−2", -2],
  ["", null],
  ["a lot", null],
])("%s dioptres are %s", (text, value) => {
  expect(dioptres(text)).toBe(value);
});

test("tags are separated by commas", () => {
  expect(tagsOf(" school, , asthma,school")).toEqual(["school", "asthma"]);
});
