import type { Preferences } from "../api/types";

// Calendar dates are strings `YYYY-MM-DD` and never pass through a time zone.
// Arithmetic counts days on the UTC calendar, where every day has 24 hours.

export type DateFormat = Preferences["date_format"];

const MILLISECONDS_PER_DAY = 86_400_000;

/** A time zone, or none for somebody who goes by the device. */
type TimeZone = Preferences["time_zone"];

/** Today where the person is, as a calendar date. */
export function today(timeZone: TimeZone, now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: timeZone ?? deviceTimeZone(),
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The time zone of this device, for somebody who has chosen none. */
export function deviceTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && fromDays(toDays(text)) === text;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return toDays(to) - toDays(from);
}

export function addDays(date: string, days: number): string {
  return fromDays(toDays(date) + days);
}

/** A date to read: "2025-11-11", "11 Nov 2025", "Nov 11, 2025". */
export function formatDate(date: string, format: DateFormat, locale: string): string {
  if (format === "iso") {
    return date;
  }
  const moment = new Date(toDays(date) * MILLISECONDS_PER_DAY);
  // With a day beside it: alone, a month has another short form in some languages.
  const month = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" })
    .formatToParts(moment)
    .find(({ type }) => type === "month")?.value;
  const day = String(moment.getUTCDate());
  const year = String(moment.getUTCFullYear());
  if (format === "mdy") {
    return `${month ?? ""} ${day}, ${year}`;
  }
  return locale.startsWith("de")
    ? `${day}. ${month ?? ""} ${year}`
    : `${day} ${month ?? ""} ${year}`;
}

/** The sign between the parts of a typed date. */
export function dateSeparator(format: DateFormat, locale: string): string {
  if (format === "iso") {
    return "-";
  }
  return format === "dmy" && locale.startsWith("de") ? "." : "/";
}

/** A date to type: "2025-11-11", "11/11/2025". */
export function typedDate(date: string, format: DateFormat, locale: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  switch (format) {
    case "iso":
      return date;
    case "dmy":
      return [day, month, year].join(dateSeparator(format, locale));
    case "mdy":
      return [month, day, year].join(dateSeparator(format, locale));
  }
}

/** Reads a typed date; any separator will do, and a year in front is always understood. */
export function parseTypedDate(text: string, format: DateFormat): string | null {
  const numbers = text.trim().split(/[^\d]+/);
  const [first = "", second = "", third = ""] = numbers;
  if (numbers.length !== 3) {
    return null;
  }
  const [year, month, day] =
    format === "iso" || first.length === 4
      ? [first, second, third]
      : format === "dmy"
        ? [third, second, first]
        : [third, first, second];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(date) ? date : null;
}

/** The moment of an event to read, in the person's own time zone. */
export function formatMoment(
  moment: string,
  preferences: Pick<Preferences, "date_format" | "time_format" | "time_zone">,
  locale: string,
): string {
  const at = new Date(moment);
  const date = formatDate(today(preferences.time_zone, at), preferences.date_format, locale);
  return `${date}, ${formatTime(moment, preferences, locale)}`;
}

/** The time of day of an event, in the person's own time zone. */
export function formatTime(
  moment: string,
  preferences: Pick<Preferences, "time_format" | "time_zone">,
  locale: string,
): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: preferences.time_zone ?? deviceTimeZone(),
    hour: "numeric",
    minute: "2-digit",
    hourCycle: preferences.time_format === "h24" ? "h23" : "h12",
  }).format(new Date(moment));
}

/** A time of day as it stands in a record, "16:30", to read. */
export function formatClock(
  time: string,
  format: Preferences["time_format"],
  locale: string,
): string {
  return formatTime(`2000-01-01T${time}:00Z`, { time_format: format, time_zone: "UTC" }, locale);
}

/** The month of a date to read: "November 2026". */
export function formatMonth(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(toDays(date) * MILLISECONDS_PER_DAY));
}

export interface DateAndTime {
  date: string;
  /** Hours and minutes, "16:30". */
  time: string;
}

/** What calendar and clock show at a moment where the person is. */
export function dateAndTime(moment: Date, timeZone: TimeZone): DateAndTime {
  const time = new Intl.DateTimeFormat("en", {
    timeZone: timeZone ?? deviceTimeZone(),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(moment);
  return { date: today(timeZone, moment), time };
}

/** The moment at which calendar and clock show this where the person is. */
export function momentOf({ date, time }: DateAndTime, timeZone: TimeZone): string {
  const [hours = NaN, minutes = NaN] = time.split(":").map(Number);
  const shown = toDays(date) * MILLISECONDS_PER_DAY + (hours * 60 + minutes) * 60_000;
  // The offset of the zone differs before and after a change of the clocks: look at the moment itself.
  const first = shown - offsetAt(shown, timeZone);
  return new Date(shown - offsetAt(first, timeZone)).toISOString();
}

function offsetAt(moment: number, timeZone: TimeZone): number {
  const { date, time } = dateAndTime(new Date(moment), timeZone);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const shown = toDays(date) * MILLISECONDS_PER_DAY + (hours * 60 + minutes) * 60_000;
  return shown - Math.floor(moment / 60_000) * 60_000;
}

function toDays(date: string): number {
  const [year = NaN, month = NaN, day = NaN] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY;
}

function fromDays(days: number): string {
  return Number.isFinite(days)
    ? new Date(days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10)
    : "";
}
