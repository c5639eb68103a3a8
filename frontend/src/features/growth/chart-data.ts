import type { Curve, Growth, GrowthEntry, Point, Segment, UnitPreferences } from "../../api/types";
import { DAY_OF_STANDING } from "../../lib/ages";
import type { Range } from "./choices";
import {
  isStanding,
  latestOf,
  onAxis,
  pointOf,
  segmentsOf,
  type AgeMeasure,
  type Measure,
} from "./measures";

/** The mean length of a month on the growth charts. */
export const DAYS_PER_MONTH = 30.4375;

export interface ChartPoint {
  x: number;
  y: number;
  entry: GrowthEntry;
  point: Point;
}

export interface ChartCurve {
  centile: number;
  points: readonly { x: number; y: number }[];
}

export interface ChartSegment {
  standard: Segment["standard"];
  curves: readonly ChartCurve[];
}

export interface Axis {
  from: number;
  to: number;
  ticks: readonly number[];
}

export interface ChartData {
  x: Axis;
  /** What the ticks of the lower axis are: months or years of age, or a length. */
  xUnit: "month" | "year" | "length";
  y: Axis;
  segments: readonly ChartSegment[];
  /** Runs of points on one standard; they are joined inside and never across. */
  runs: readonly (readonly ChartPoint[])[];
}

// Where the age axis may end, in months: the ends of printed charts.
const ENDS = [3, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120, 168, 228, 240] as const;

/** Everything the chart of one measure draws, in the person's units. */
export function chartData(
  growth: Growth,
  measure: Measure,
  units: UnitPreferences,
  range: Range,
  ageDays: number,
): ChartData {
  return measure === "weight_for_height"
    ? sizeData(growth, units)
    : ageData(growth, measure, units, range, ageDays);
}

/** The weight over the length, on the table for lying or for standing: the one of the newest value. */
function sizeData(growth: Growth, units: UnitPreferences): ChartData {
  const measure = "weight_for_height";
  const standing = isStanding(latestOf(growth, measure)?.age_days ?? 0);
  const table = standing ? "weight_for_height" : "weight_for_length";
  const points = growth.measurements.flatMap((entry): ChartPoint[] => {
    const point = pointOf(entry, measure);
    const { height } = entry;
    return point === null || height == null || isStanding(entry.age_days) !== standing
      ? []
      : [
          {
            x: onAxis(height.adjusted_value ?? height.value, "height", units),
            y: onAxis(point.value, measure, units),
            entry,
            point,
          },
        ];
  });
  const all = growth.references.weight_for_height.filter((segment) => segment.measure === table);
  const lengths = all.flatMap(({ from_cm, to_cm }) =>
    [from_cm, to_cm].map((length) => onAxis(length, "height", units)),
  );
  const x = valueAxis([...lengths, ...points.map((point) => point.x)]);
  const segments = all.map(({ standard, curves }) => ({
    standard,
    curves: curves.map(({ centile, points: along }) => ({
      centile,
      points: along.map(([length, weight]) => ({
        x: onAxis(length, "height", units),
        y: onAxis(weight, measure, units),
      })),
    })),
  }));
  return {
    x,
    xUnit: "length",
    y: valueAxis([...points.map(({ y }) => y), ...heights(segments)]),
    segments,
    runs: runsOf(points),
  };
}

function heights(segments: readonly ChartSegment[]): number[] {
  return segments.flatMap(({ curves }) => curves.flatMap(({ points }) => points.map(({ y }) => y)));
}

function ageData(
  growth: Growth,
  measure: AgeMeasure,
  units: UnitPreferences,
  range: Range,
  ageDays: number,
): ChartData {
  const points = growth.measurements.flatMap((entry): ChartPoint[] => {
    const point = pointOf(entry, measure);
    return point === null
      ? []
      : [{ x: entry.age_days, y: onAxis(point.value, measure, units), entry, point }];
  });
  const lastPoint = points.at(-1)?.x ?? 0;
  const { from, to } = ageRange(
    range,
    Math.max(ageDays, lastPoint),
    Math.max(lastPoint, lastDayOf(segmentsOf(growth, measure))),
  );
  const segments = segmentsOf(growth, measure).flatMap((segment): ChartSegment[] => {
    const curves = segment.curves.flatMap((curve) => clipped(curve, from, to, measure, units));
    return curves.length === 0 ? [] : [{ standard: segment.standard, curves }];
  });
  const visible = points.filter(({ x }) => x >= from && x <= to);
  const xUnit = to - from > 25 * DAYS_PER_MONTH ? "year" : "month";
  return {
    x: { from, to, ticks: ageTicks(from, to, xUnit) },
    xUnit,
    y: valueAxis([...visible.map(({ y }) => y), ...heights(segments)]),
    segments,
    runs: runsOf(visible),
  };
}

/** Where the curves end; 0 when there are none. */
function lastDayOf(segments: readonly Segment[]): number {
  const days = segments.flatMap(({ curves }) =>
    curves.map(({ points }) => points.at(-1)?.[0] ?? 0),
  );
  return Math.max(0, ...days);
}

/** The ages on the axis: room after the newest day, but none that has neither curve nor point. */
export function ageRange(
  range: Range,
  lastDay: number,
  lastDrawn: number,
): { from: number; to: number } {
  const two = 24 * DAYS_PER_MONTH;
  const months = (lastDay * 1.06) / DAYS_PER_MONTH;
  const printed = (ENDS.find((each) => each >= months) ?? 240) * DAYS_PER_MONTH;
  const end = lastDrawn === 0 ? printed : Math.min(printed, lastDrawn);
  switch (range) {
    case "all":
      return { from: 0, to: end };
    case "first_two":
      return { from: 0, to: two };
    case "from_two":
      return { from: two, to: Math.max(end, 30 * DAYS_PER_MONTH) };
  }
}

/** The part of a curve inside the range, with its ends cut exactly at the edges. */
function clipped(
  curve: Curve,
  from: number,
  to: number,
  measure: AgeMeasure,
  units: UnitPreferences,
): ChartCurve[] {
  const all = curve.points.map(([x, y]) => ({ x, y: onAxis(y, measure, units) }));
  const points = all.flatMap((point, index) => {
    const next = all[index + 1];
    const kept = point.x >= from && point.x <= to ? [point] : [];
    if (next === undefined) {
      return kept;
    }
    const cuts = [from, to].filter((edge) => point.x < edge && edge < next.x);
    return [
      ...kept,
      ...cuts.map((x) => ({
        x,
        y: point.y + ((next.y - point.y) * (x - point.x)) / (next.x - point.x),
      })),
    ];
  });
  return points.length < 2 ? [] : [{ centile: curve.centile, points }];
}

function runsOf(points: readonly ChartPoint[]): ChartPoint[][] {
  const runs: ChartPoint[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.point.standard === point.point.standard) {
      run.push(point);
    } else {
      runs.push([point]);
    }
  }
  return runs;
}

export function ageTicks(from: number, to: number, unit: "month" | "year"): number[] {
  const months = (to - from) / DAYS_PER_MONTH;
  const steps = unit === "month" ? [1, 2, 3, 6] : [12, 24, 48];
  const step = (steps.find((each) => months / each <= 8) ?? 48) * DAYS_PER_MONTH;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** An axis that holds all values, with five or so round ticks. */
export function valueAxis(values: readonly number[]): Axis {
  if (values.length === 0) {
    return { from: 0, to: 1, ticks: [] };
  }
  const least = Math.min(...values);
  const most = Math.max(...values);
  const rough = Math.max(most - least, 1e-6) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 4, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const from = Math.floor(least / step) * step;
  const to = Math.ceil(most / step) * step;
  const count = Math.round((to - from) / step);
  return {
    from,
    to,
    ticks: Array.from({ length: count + 1 }, (_, index) => from + index * step),
  };
}

/** Whether there is something on both sides of the second birthday to look at on its own. */
export function hasBothRanges(growth: Growth): boolean {
  const days = growth.measurements.map(({ age_days }) => age_days);
  return days.some((day) => day < DAY_OF_STANDING) && days.some((day) => day >= DAY_OF_STANDING);
}
