import { expect, test } from "vitest";
import type { Child, Growth, GrowthEntry, Point, Segment } from "../../api/types";
import { chartData, DAYS_PER_MONTH, valueAxis } from "./chart-data";

const metric = { weight: "kg", length: "cm", temperature: "c" } as const;
const us = { weight: "lb", length: "in", temperature: "f" } as const;

test("points are joined on one standard and never across its change", () => {
  const growth = growthOf([
    [700, "who_2006"],
    [725, "who_2006"],
    [740, "cdc_2000"],
    [800, null],
  ]);
  const { runs } = chartData(growth, "weight", metric, "all", 800);
  expect(runs.map((run) => run.map(({ x }) => x))).toEqual([[700, 725], [740], [800]]);
});

test("curves are cut at the edges of the range", () => {
  const { segments, x } = chartData(growthOf([]), "weight", metric, "all", 60);
  expect(x.to).toBe(3 * DAYS_PER_MONTH);
  expect(segments).toHaveLength(1);
  expect(segments[0]?.curves[0]?.points).toEqual([
    { x: 0, y: 3 },
    { x: x.to, y: 3 + (10 * x.to) / 730 },
  ]);
});

test("the axis ends where neither a curve nor a point goes on", () => {
  const { x } = chartData(growthOf([[700, "who_2006"]]), "weight", metric, "all", 3000);
  expect(x.to).toBe(1461);
});

test("values are in the person's units", () => {
  const { runs } = chartData(growthOf([[10, "who_2006"]]), "weight", us, "all", 10);
  expect(runs[0]?.[0]?.y).toBeCloseTo(17.637, 3);
});

test("an axis has round ticks around all values", () => {
  expect(valueAxis([2.3, 15.1])).toEqual({ from: 0, to: 16, ticks: [0, 4, 8, 12, 16] });
  expect(valueAxis([46, 97]).ticks).toEqual([40, 60, 80, 100]);
});

function growthOf(points: readonly [number, Point["standard"]][]): Growth {
  const segment = (standard: Segment["standard"], from_day: number, to_day: number): Segment => ({
    standard,
    from_day,
    to_day,
    corrected: false,
    curves: [
      {
        centile: 50,
        points: [
          [from_day, 3],
          [to_day, 13],
        ],
      },
    ],
  });
  return {
    child: {} as Child,
    role: "owner",
    standard: "cdc_from_two",
    correction: "until_two",
    measurements: points.map(([age_days, standard]): GrowthEntry => ({
      measurement: {} as GrowthEntry["measurement"],
      age_days,
      weight: { value: 8, standard: standard ?? null, flags: [] },
    })),
    references: {
      weight: [segment("who_2006", 0, 730), segment("cdc_2000", 731, 1461)],
      height: [],
      head_circumference: [],
      bmi: [],
      weight_for_height: [],
    },
  };
}
