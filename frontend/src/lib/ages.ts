import { addDays, daysBetween } from "./dates";

export interface Age {
  years: number;
  months: number;
  days: number;
  totalDays: number;
}

/** The chronological day from which length is measured standing, and WHO gives way to CDC. */
export const DAY_OF_STANDING = 731;

/** Born before 37 weeks + 0 days is preterm. */
const DAYS_OF_TERM = 259;
const DAYS_OF_PREGNANCY = 280;

/** The age at a date, counted on the calendar: a birthday is a whole year. */
export function ageAt(birth: string, date: string): Age {
  const [birthYear = 0, birthMonth = 1, birthDay = 1] = birth.split("-").map(Number);
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  let months = (year - birthYear) * 12 + (month - birthMonth);
  let anniversary = monthsAfter(birthYear, birthMonth, birthDay, months);
  if (day < birthDay && daysBetween(anniversary, date) < 0) {
    months -= 1;
    anniversary = monthsAfter(birthYear, birthMonth, birthDay, months);
  }
  return {
    years: Math.floor(months / 12),
    months: months % 12,
    days: daysBetween(anniversary, date),
    totalDays: daysBetween(birth, date),
  };
}

/** The age that many days mean at a date, for a corrected age. */
export function ageOfDays(days: number, date: string): Age {
  return ageAt(addDays(date, -days), date);
}

/** An age as a parent says it: "12 days", "9 weeks", "9 months", "4 years, 2 months". */
export function formatAge(age: Age, locale: string): string {
  if (age.totalDays < 14) {
    return unit(age.totalDays, "day", locale);
  }
  if (age.years === 0 && age.months < 3) {
    return unit(Math.floor(age.totalDays / 7), "week", locale);
  }
  if (age.years < 2) {
    return unit(age.years * 12 + age.months, "month", locale);
  }
  return list([unit(age.years, "year", locale), ...some(age.months, "month", locale)], locale);
}

/** An age to the day under two years, to the month from then on: "9 months, 1 day". */
export function formatExactAge(age: Age, locale: string): string {
  if (age.years >= 2) {
    return formatAge(age, locale);
  }
  const months = some(age.years * 12 + age.months, "month", locale);
  const days = some(age.days, "day", locale);
  const parts = [...months, ...days];
  return parts.length === 0 ? unit(0, "day", locale) : list(parts, locale);
}

/** Days by which a preterm child came early; 0 for a child born at term. */
export function daysEarly(child: {
  date_of_birth: string;
  gestation: { weeks: number; days: number } | null;
  due_date: string | null;
}): number {
  const gestation = child.gestation
    ? child.gestation.weeks * 7 + child.gestation.days
    : child.due_date
      ? DAYS_OF_PREGNANCY - daysBetween(child.date_of_birth, child.due_date)
      : DAYS_OF_PREGNANCY;
  return gestation < DAYS_OF_TERM ? DAYS_OF_PREGNANCY - gestation : 0;
}

function monthsAfter(year: number, month: number, day: number, months: number): string {
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const daysInMonth = new Date(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
  ).getUTCDate();
  const start = first.toISOString().slice(0, 10);
  return addDays(start, Math.min(day, daysInMonth) - 1);
}

function unit(value: number, name: "day" | "week" | "month" | "year", locale: string): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(
    value,
  );
}

function some(value: number, name: "day" | "month", locale: string): string[] {
  return value === 0 ? [] : [unit(value, name, locale)];
}

function list(parts: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "unit", style: "long" }).format(parts);
}
