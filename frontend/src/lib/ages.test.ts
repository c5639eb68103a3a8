import { expect, test } from "vitest";
import { ageAt, ageOfDays, daysEarly, formatAge, formatExactAge } from "./ages";

test.each([
  ["2025-02-10", "2025-02-10", "0 days", "0 days"],
  ["2025-02-10", "2025-02-22", "12 days", "12 days"],
  ["2025-02-10", "2025-04-20", "9 weeks", "2 months, 10 days"],
  ["2025-02-10", "2025-11-11", "9 months", "9 months, 1 day"],
  ["2025-02-10", "2026-12-24", "22 months", "22 months, 14 days"],
  ["2021-06-18", "2025-08-20", "4 years, 2 months", "4 years, 2 months"],
  ["2024-01-31", "2024-02-29", "4 weeks", "1 month"],
  ["2024-02-29", "2025-02-28", "12 months", "12 months"],
])("born %s, on %s: %s", (birth, date, words, exact) => {
  expect(formatAge(ageAt(birth, date), "en")).toBe(words);
  expect(formatExactAge(ageAt(birth, date), "en")).toBe(exact);
});

test("a corrected age counts back from the date", () => {
  expect(formatExactAge(ageOfDays(201, "2025-11-11"), "en")).toBe("6 months, 18 days");
});

test("a child is preterm before 37 weeks", () => {
  const child = { date_of_birth: "2026-03-02", gestation: null, due_date: null };
  expect(daysEarly(child)).toBe(0);
  expect(daysEarly({ ...child, gestation: { weeks: 37, days: 0 } })).toBe(0);
  expect(daysEarly({ ...child, gestation: { weeks: 36, days: 6 } })).toBe(22);
  expect(daysEarly({ ...child, gestation: { weeks: 31, days: 4 } })).toBe(59);
  expect(daysEarly({ ...child, due_date: "2026-04-30" })).toBe(59);
});
