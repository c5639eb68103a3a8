import type { Growth, GrowthEntry, Point, Segment, UnitPreferences } from "../../api/types";
import { DAY_OF_STANDING } from "../../lib/ages";
import { chartLength, chartWeight } from "../../lib/units";

/** What is charted: over age, and the weight also over the length. */
export const measures = [
  "weight",
  "height",
  "head_circumference",
  "bmi",
  "weight_for_height",
] as const;
export type Measure = (typeof measures)[number];

export function pointOf(entry: GrowthEntry, measure: Measure): Point | null {
  return entry[measure] ?? null;
}

/** What is charted over age. */
export type AgeMeasure = Exclude<Measure, "weight_for_height">;

export function segmentsOf(growth: Growth, measure: AgeMeasure): readonly Segment[] {
  return growth.references[measure];
}

/** The newest entry that has this measure. */
export function latestOf(growth: Growth, measure: Measure): GrowthEntry | undefined {
  return growth.measurements.findLast((entry) => pointOf(entry, measure) !== null);
}

/** Lying it is a length, standing it is a height; the charts change over at two years. */
export function isStanding(ageDays: number): boolean {
  return ageDays >= DAY_OF_STANDING;
}

/** The unit of an axis in the person's own system. */
export function axisUnit(measure: Measure, units: UnitPreferences): string {
  switch (measure) {
    case "weight":
    case "weight_for_height":
      return units.weight;
    case "height":
    case "head_circumference":
      return units.length;
    case "bmi":
      return "kg/m²";
  }
}

/** A value of the API (kg, cm, kg/m²) on that axis. */
export function onAxis(value: number, measure: Measure, units: UnitPreferences): number {
  switch (measure) {
    case "weight":
    case "weight_for_height":
      return chartWeight(value, units.weight);
    case "height":
    case "head_circumference":
      return chartLength(value, units.length);
    case "bmi":
      return value;
  }
}
