import type { Child, Growth, GrowthEntry, Point, UnitPreferences } from "../../api/types";
import { ageTicks, DAYS_PER_MONTH, valueAxis, type Axis } from "./chart-data";
import { onAxis, pointOf, type AgeMeasure } from "./measures";

/** Lines differ also without their colours. */
export const dashes = ["none", "7 4", "2 4", "10 3 2 3", "4 2", "12 5"] as const;

export interface Compared {
  child: Child;
  /** The measured points, by age since birth. */
  points: readonly { x: number; y: number; entry: GrowthEntry; point: Point }[];
}

export interface CompareData {
  x: Axis;
  xUnit: "month" | "year";
  y: Axis;
  children: readonly Compared[];
}

/** One measure of several children over their age. */
export function compareData(
  growths: readonly Growth[],
  measure: AgeMeasure,
  units: UnitPreferences,
): CompareData {
  const children = growths.map(({ child, measurements }): Compared => ({
    child,
    points: measurements.flatMap((entry) => {
      const point = pointOf(entry, measure);
      return point === null
        ? []
        : [{ x: entry.age_days, y: onAxis(point.value, measure, units), entry, point }];
    }),
  }));
  const all = children.flatMap(({ points }) => points);
  const months = Math.max(
    3,
    Math.ceil((Math.max(0, ...all.map(({ x }) => x)) * 1.06) / DAYS_PER_MONTH),
  );
  const to = months * DAYS_PER_MONTH;
  const xUnit = months > 25 ? "year" : "month";
  return {
    x: { from: 0, to, ticks: ageTicks(0, to, xUnit) },
    xUnit,
    y: valueAxis(all.map(({ y }) => y)),
    children,
  };
}
