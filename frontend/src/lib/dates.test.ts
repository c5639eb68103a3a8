import { expect, test } from "vitest";
import {
  addDays,
  dateAndTime,
  daysBetween,
  formatDate,
  formatMoment,
  isDate,
  momentOf,
  parseTypedDate,
  today,
  typedDate,
} from "./dates";

test("a date is the same day in every format", () => {
  expect(formatDate("2025-11-09", "iso", "en")).toBe("2025-11-09");
  expect(formatDate("2025-11-09", "dmy", "en")).toBe("9 Nov 2025");
  expect(formatDate("2025-11-09", "mdy", "en")).toBe("Nov 9, 2025");
  expect(formatDate("2025-11-09", "dmy", "de")).toBe("9. Nov. 2025");
  expect(formatDate("2026-03-21", "dmy", "de")).toBe("21. März 2026");
  expect(formatDate("2025-11-09", "dmy", "es")).toBe("9 nov 2025");
  expect(typedDate("2025-11-09", "dmy", "de")).toBe("09.11.2025");
  expect(typedDate("2025-11-09", "dmy", "en")).toBe("09/11/2025");
  expect(typedDate("2025-11-09", "mdy", "en")).toBe("11/09/2025");
});

test.each([
  ["2025-11-09", "iso"],
  ["9.11.2025", "dmy"],
  ["9/11/2025", "dmy"],
  ["11/9/2025", "mdy"],
  ["2025-11-09", "mdy"],
] as const)("%s typed as %s is 9 November", (text, format) => {
  expect(parseTypedDate(text, format)).toBe("2025-11-09");
});

test.each(["2025-02-30", "2025-13-01", "25-1-1", "today", ""])("%s is no date", (text) => {
  expect(parseTypedDate(text, "iso")).toBeNull();
  expect(isDate(text)).toBe(false);
});

test("days are counted across a change of the clock and a leap day", () => {
  expect(daysBetween("2025-02-10", "2025-11-11")).toBe(274);
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  expect(addDays("2024-12-31", 1)).toBe("2025-01-01");
});

test("today is the day of the person's time zone", () => {
  const moment = new Date("2025-11-10T23:30:00Z");
  expect(today("UTC", moment)).toBe("2025-11-10");
  expect(today("Europe/Berlin", moment)).toBe("2025-11-11");
});

test("a moment is shown in the person's time zone", () => {
  const preferences = {
    date_format: "iso",
    time_format: "h24",
    time_zone: "Europe/Berlin",
  } as const;
  expect(formatMoment("2025-11-10T23:30:00Z", preferences, "en")).toBe("2025-11-11, 00:30");
});

test.each(["America/Los_Angeles", "UTC", "Europe/Berlin", "Pacific/Kiritimati"])(
  "a day and a time in %s are the same after they were a moment",
  (zone) => {
    for (const shown of [
      { date: "2026-03-29", time: "00:30" },
      { date: "2026-03-29", time: "03:30" },
      { date: "2026-10-25", time: "04:15" },
      { date: "2028-02-29", time: "23:59" },
    ]) {
      expect(dateAndTime(new Date(momentOf(shown, zone)), zone)).toEqual(shown);
    }
  },
);

test("a moment counts the hours of the zone", () => {
  expect(momentOf({ date: "2026-07-01", time: "08:00" }, "Europe/Berlin")).toBe(
    "2026-07-01T06:00:00.000Z",
  );
});
