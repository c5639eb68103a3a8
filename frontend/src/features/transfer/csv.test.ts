import { expect, test } from "vitest";
import { guess, guessDates, guessRecord, headOf } from "./csv";

test("the columns of a table are found with their first cells", () => {
  expect(headOf('\uFEFFDatum;Gewicht (kg);"Was; noch"\r\n11.11.2025;8,02;"a\nb"\r\n')).toEqual({
    delimiter: ";",
    columns: [
      { name: "Datum", samples: ["11.11.2025"] },
      { name: "Gewicht (kg)", samples: ["8,02"] },
      { name: "Was; noch", samples: ["a\nb"] },
    ],
  });
  expect(headOf("")).toBeNull();
});

test("what columns are is guessed from their names, each once", () => {
  const columns = ["Date", "Weight (lb)", "Height", "Other date", "x"].map((name) => ({
    name,
    samples: [],
  }));
  expect(guessRecord(columns)).toBe("measurement");
  expect(guess(columns, "measurement", () => "cm")).toEqual([
    { field: "date", unit: null },
    { field: "weight", unit: "lb" },
    { field: "height", unit: "cm" },
    { field: null, unit: null },
    { field: null, unit: null },
  ]);
});

test("the order of a date is told by the numbers that leave no choice", () => {
  expect(guessDates(["2025-02-03"])).toBe("year_month_day");
  expect(guessDates(["02/03/2025", "02/13/2025"])).toBe("month_day_year");
  expect(guessDates(["3.2.2025"])).toBe("day_month_year");
});
