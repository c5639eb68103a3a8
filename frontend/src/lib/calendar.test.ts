import { describe, expect, test } from "vitest";
import { googleCalendarUrl, icsOf } from "./calendar";

const entry = {
  id: "vis_1",
  title: "Leo: check-up; shots",
  date: "2026-02-28",
  time: "23:30",
  place: "Dr. Kim, Main St",
  notes: null,
};

describe("an appointment in a calendar", () => {
  test("keeps the time of the clock and may end the next day", () => {
    const text = icsOf(entry, new Date("2026-01-01T08:00:00.000Z"));
    expect(text).toContain("DTSTAMP:20260101T080000Z\r\n");
    expect(text).toContain("DTSTART:20260228T233000\r\n");
    expect(text).toContain("DTEND:20260301T001500\r\n");
    expect(text).toContain("SUMMARY:Leo: check-up\\; shots\r\n");
    expect(text).toContain("LOCATION:Dr. Kim\\, Main St\r\n");
  });

  test("without a time takes the whole day", () => {
    const text = icsOf({ ...entry, time: null });
    expect(text).toContain("DTSTART;VALUE=DATE:20260228\r\n");
    expect(text).toContain("DTEND;VALUE=DATE:20260301\r\n");
    expect(googleCalendarUrl({ ...entry, time: null })).toContain("dates=20260228%2F20260301");
  });

  test("has no line of more than 75 bytes", () => {
    const text = icsOf({ ...entry, notes: "ä".repeat(200) });
    for (const line of text.split("\r\n")) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }
  });
});
