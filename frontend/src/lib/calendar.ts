import { addDays } from "./dates";

// An appointment for a calendar.
// Its time has no time zone: it is the time on the clock where the appointment takes place.

export interface CalendarEntry {
  id: string;
  title: string;
  date: string;
  /** `HH:MM`, or none for the whole day. */
  time: string | null;
  place: string | null;
  notes: string | null;
}

const MINUTES = 45;

/** An iCalendar file (RFC 5545) with one entry. */
export function icsOf(entry: CalendarEntry, now: Date = new Date()): string {
  const { start, end } = spanOf(entry);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Trajectory//EN",
    "BEGIN:VEVENT",
    `UID:${entry.id}@trajectory`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    entry.time === null ? `DTSTART;VALUE=DATE:${start}` : `DTSTART:${start}`,
    entry.time === null ? `DTEND;VALUE=DATE:${end}` : `DTEND:${end}`,
    `SUMMARY:${escaped(entry.title)}`,
    ...(entry.place === null ? [] : [`LOCATION:${escaped(entry.place)}`]),
    ...(entry.notes === null ? [] : [`DESCRIPTION:${escaped(entry.notes)}`]),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** The page of Google's calendar that offers to add the entry. */
export function googleCalendarUrl(entry: CalendarEntry): string {
  const { start, end } = spanOf(entry);
  const query = new URLSearchParams({
    action: "TEMPLATE",
    text: entry.title,
    dates: `${start}/${end}`,
    ...(entry.place === null ? {} : { location: entry.place }),
  });
  return `https://calendar.google.com/calendar/render?${query.toString()}`;
}

function spanOf({ date, time }: CalendarEntry): { start: string; end: string } {
  if (time === null) {
    return { start: plain(date), end: plain(addDays(date, 1)) };
  }
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const until = hours * 60 + minutes + MINUTES;
  const day = addDays(date, Math.floor(until / (24 * 60)));
  const end = `${two(Math.floor(until / 60) % 24)}${two(until % 60)}00`;
  return { start: `${plain(date)}T${two(hours)}${two(minutes)}00`, end: `${plain(day)}T${end}` };
}

function plain(date: string): string {
  return date.replaceAll("-", "");
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}

/** At most 75 bytes a line; the next one begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const sign of line) {
    if (new TextEncoder().encode(part + sign).length > 73) {
      parts.push(part);
      part = "";
    }
    part += sign;
  }
  return [...parts, part].join("\r\n ");
}
