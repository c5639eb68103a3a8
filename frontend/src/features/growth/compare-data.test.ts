import { expect, test } from "vitest";
import type { Growth } from "../../api/types";
import { compareData } from "./compare-data";

test("children stand on one axis of ages, each with its own points", () => {
  const of = (name: string, ages: number[]) =>
    ({
      child: { name },
      measurements: ages.map((age_days) => ({
        age_days,
        measurement: {},
        weight: { value: 10, flags: [] },
      })),
    }) as unknown as Growth;
  const data = compareData([of("Leo", [30, 700]), of("Mia", [])], "weight", {
    weight: "kg",
    length: "cm",
    temperature: "c",
  });
  expect(data.children.map(({ points }) => points.map(({ x }) => x))).toEqual([[30, 700], []]);
  expect(data.xUnit).toBe("month");
  expect(data.x.to).toBeGreaterThan(700);
});
