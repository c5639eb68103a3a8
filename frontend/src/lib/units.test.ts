import { describe, expect, test } from "vitest";
import {
  formatLength,
  formatTemperature,
  formatWeight,
  lengthEntry,
  localEntry,
  lengthInOtherSystem,
  parseLength,
  parseTemperature,
  parseWeight,
  temperatureInOtherSystem,
  weightEntry,
  weightInOtherSystem,
} from "./units";

describe("a weight", () => {
  test("of pounds and ounces travels as ounces and comes back as typed", () => {
    const entry = { unit: "lb_oz", major: "17", minor: "11" } as const;
    const parsed = parseWeight(entry);
    expect(parsed).toEqual({ kind: "ok", value: { value: 283, unit: "oz" } });
    expect(weightEntry({ value: 283, unit: "oz" })).toEqual(entry);
    expect(formatWeight({ value: 283, unit: "oz" }, "en")).toBe("17 lb 11 oz");
  });

  test("keeps its digits", () => {
    expect(parseWeight({ unit: "kg", major: "8.0229", minor: "" })).toEqual({
      kind: "ok",
      value: { value: 8.0229, unit: "kg" },
    });
    expect(formatWeight({ value: 8.0229, unit: "kg" }, "en")).toBe("8.0229 kg");
    expect(formatWeight({ value: 8.0229, unit: "kg" }, "de")).toBe("8,0229 kg");
  });

  test("may be typed with a decimal comma", () => {
    expect(parseWeight({ unit: "kg", major: "8,02", minor: "" })).toEqual({
      kind: "ok",
      value: { value: 8.02, unit: "kg" },
    });
  });

  test("of decimal pounds stays pounds", () => {
    expect(parseWeight({ unit: "lb_oz", major: "17.5", minor: "" })).toEqual({
      kind: "ok",
      value: { value: 17.5, unit: "lb" },
    });
  });

  test.each([
    [{ unit: "kg", major: "8.02295", minor: "" }, "too_many_decimals"],
    [{ unit: "kg", major: "eight", minor: "" }, "not_a_number"],
    [{ unit: "lb_oz", major: "17", minor: "16" }, "too_many_ounces"],
    [{ unit: "lb_oz", major: "17.5", minor: "2" }, "not_whole"],
  ] as const)("%j is refused: %s", (entry, problem) => {
    expect(parseWeight(entry)).toEqual({ kind: "problem", problem });
  });

  test("is shown in the other system", () => {
    expect(weightInOtherSystem({ value: 8.0229, unit: "kg" }, "en")).toBe("17 lb 11 oz");
    expect(weightInOtherSystem({ value: 283, unit: "oz" }, "en")).toBe("8.02 kg");
  });
});

describe("a length", () => {
  test.each(["28 1/4", "28¼", "28-1/4", "28.25", "28 2/8"])("%s in is 28.25 in", (major) => {
    expect(parseLength({ unit: "in", major, minor: "" })).toEqual({
      kind: "ok",
      value: { value: 28.25, unit: "in" },
    });
  });

  test("of feet and inches travels as inches", () => {
    expect(parseLength({ unit: "ft_in", major: "2", minor: "4 1/4" })).toEqual({
      kind: "ok",
      value: { value: 28.25, unit: "in" },
    });
    expect(parseLength({ unit: "ft_in", major: "3", minor: "" })).toEqual({
      kind: "ok",
      value: { value: 36, unit: "in" },
    });
  });

  test("of inches comes back as a fraction", () => {
    expect(lengthEntry({ value: 28.25, unit: "in" })).toEqual({
      unit: "in",
      major: "28 1/4",
      minor: "",
    });
    expect(formatLength({ value: 28.25, unit: "in" }, "en")).toBe("28 1/4 in");
    expect(formatLength({ value: 0.5, unit: "in" }, "en")).toBe("1/2 in");
    expect(formatLength({ value: 28, unit: "in" }, "en")).toBe("28 in");
    expect(formatLength({ value: 28.3, unit: "in" }, "en")).toBe("28.3 in");
  });

  test("that no decimal can hold is refused", () => {
    expect(parseLength({ unit: "in", major: "28 1/3", minor: "" })).toEqual({
      kind: "problem",
      problem: "too_many_decimals",
    });
    expect(parseLength({ unit: "in", major: "28 1/0", minor: "" })).toEqual({
      kind: "problem",
      problem: "not_a_number",
    });
  });

  test("is shown in the other system", () => {
    expect(lengthInOtherSystem({ value: 71.12, unit: "cm" }, "en")).toBe("28 in");
    expect(lengthInOtherSystem({ value: 28.25, unit: "in" }, "en")).toBe("71.8 cm");
  });
});

test("a temperature is kept as typed and shown in the other system", () => {
  const typed = parseTemperature({ unit: "c", major: "38,9", minor: "" });
  expect(typed).toEqual({ kind: "ok", value: { value: 38.9, unit: "c" } });
  expect(formatTemperature({ value: 101.5, unit: "f" }, "en")).toBe("101.5 °F");
  expect(temperatureInOtherSystem({ value: 38.9, unit: "c" }, "en")).toBe("102 °F");
  expect(temperatureInOtherSystem({ value: 101.5, unit: "f" }, "en")).toBe("38.6 °C");
});

test("a field shows the decimal sign of the language, and half a number as it is typed", () => {
  expect(localEntry("8.25", "de")).toBe("8,25");
  expect(localEntry("-1.25", "es")).toBe("-1,25");
  expect(localEntry("8.25", "en")).toBe("8.25");
  expect(localEntry("8.", "de")).toBe("8.");
  expect(localEntry("28 1/4", "de")).toBe("28 1/4");
});
