import Big from "big.js";
import type { Dose, DoseUnit, Length, Temperature, Weight } from "../api/types";

// The one place that converts units.
// Quantities travel and are stored as they were typed; a conversion is only ever shown.

/** How a weight is typed; pounds and ounces are one unit with two fields. */
export type WeightEntryUnit = "kg" | "g" | "lb_oz";

/** How a length is typed; feet and inches are one unit with two fields. */
export type LengthEntryUnit = "cm" | "in" | "ft_in";

/** What a person typed: `minor` holds the ounces or inches of a unit with two fields. */
export interface QuantityEntry<Unit> {
  unit: Unit;
  major: string;
  minor: string;
}

export type EntryProblem =
  "not_a_number" | "too_many_decimals" | "not_whole" | "too_many_ounces" | "too_many_inches";

export type Parsed<Quantity> =
  { kind: "empty" } | { kind: "problem"; problem: EntryProblem } | { kind: "ok"; value: Quantity };

// Exact by definition: the international pound and inch.
const GRAMS_PER_UNIT: Record<Weight["unit"], string> = {
  kg: "1000",
  g: "1",
  lb: "453.59237",
  oz: "28.349523125",
};
const MILLIMETRES_PER_UNIT: Record<Length["unit"], string> = { cm: "10", mm: "1", in: "25.4" };

const OUNCES_PER_POUND = 16;
const INCHES_PER_FOOT = 12;

// The API keeps at most four decimals.
const MOST_DECIMALS = 4;

const VULGAR_FRACTIONS: Record<string, string> = {
  "¼": "1/4",
  "½": "1/2",
  "¾": "3/4",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
};

/** Reads what was typed as a weight; "17 lb 11 oz" becomes 283 oz, "17.5 lb" stays pounds. */
export function parseWeight(entry: QuantityEntry<WeightEntryUnit>): Parsed<Weight> {
  if (entry.unit !== "lb_oz") {
    return withUnit(parseNumber(entry.major), entry.unit);
  }
  return combine(entry, OUNCES_PER_POUND, "lb", "oz", "too_many_ounces");
}

/** Reads what was typed as a length; "2 ft 4 1/4 in" becomes 28.25 in. */
export function parseLength(entry: QuantityEntry<LengthEntryUnit>): Parsed<Length> {
  if (entry.unit !== "ft_in") {
    return withUnit(parseNumber(entry.major), entry.unit);
  }
  const inches = combine(entry, INCHES_PER_FOOT, "ft", "in", "too_many_inches");
  if (inches.kind !== "ok") {
    return inches;
  }
  const { value, unit } = inches.value;
  return {
    kind: "ok",
    value: { value: unit === "ft" ? value * INCHES_PER_FOOT : value, unit: "in" },
  };
}

/** Reads what was typed as a body temperature. */
export function parseTemperature(entry: QuantityEntry<Temperature["unit"]>): Parsed<Temperature> {
  return withUnit(parseNumber(entry.major), entry.unit);
}

/** The field that shows a stored temperature as it was typed. */
export function temperatureEntry({ value, unit }: Temperature): QuantityEntry<Temperature["unit"]> {
  return { unit, major: digits(value), minor: "" };
}

/** A body temperature as it was typed: "38.5 °C". */
export function formatTemperature({ value, unit }: Temperature, locale: string): string {
  return `${localDigits(value, locale)} ${unit === "c" ? "°C" : "°F"}`;
}

/** The fields that show a stored weight as it was typed. */
export function weightEntry(weight: Weight): QuantityEntry<WeightEntryUnit> {
  switch (weight.unit) {
    case "kg":
    case "g":
      return { unit: weight.unit, major: digits(weight.value), minor: "" };
    case "lb":
      return { unit: "lb_oz", major: digits(weight.value), minor: "" };
    case "oz": {
      const [pounds, ounces] = split(weight.value, OUNCES_PER_POUND);
      return { unit: "lb_oz", major: digits(pounds), minor: digits(ounces) };
    }
  }
}

/** The fields that show a stored length as it was typed. */
export function lengthEntry(length: Length): QuantityEntry<LengthEntryUnit> {
  switch (length.unit) {
    case "cm":
      return { unit: "cm", major: digits(length.value), minor: "" };
    case "mm":
      return { unit: "cm", major: digits(new Big(length.value).div(10).toNumber()), minor: "" };
    case "in":
      return { unit: "in", major: fraction(length.value), minor: "" };
  }
}

/** Whether a value of an unknown record is a weight. */
export function isWeight(value: object): value is Weight {
  return "unit" in value && String(value.unit) in GRAMS_PER_UNIT && onlyQuantity(value);
}

/** Whether a value of an unknown record is a length. */
export function isLength(value: object): value is Length {
  return "unit" in value && String(value.unit) in MILLIMETRES_PER_UNIT && onlyQuantity(value);
}

function onlyQuantity(value: object): boolean {
  return "value" in value && typeof value.value === "number";
}

/** A weight as it was typed: "8.0229 kg", "17 lb 11 oz". */
export function formatWeight(weight: Weight, locale: string): string {
  if (weight.unit !== "oz") {
    return `${localDigits(weight.value, locale)} ${weight.unit}`;
  }
  const [pounds, ounces] = split(weight.value, OUNCES_PER_POUND);
  return pounds === 0
    ? `${localDigits(ounces, locale)} oz`
    : `${localDigits(pounds, locale)} lb ${localDigits(ounces, locale)} oz`;
}

/** A length as it was typed: "71.12 cm", "28 1/4 in". */
export function formatLength(length: Length, locale: string): string {
  return length.unit === "in"
    ? `${fraction(length.value, locale)} in`
    : `${localDigits(length.value, locale)} ${length.unit}`;
}

/** The same weight in the other system, rounded to what a scale shows. */
export function weightInOtherSystem(weight: Weight, locale: string): string {
  const grams = new Big(weight.value).times(GRAMS_PER_UNIT[weight.unit]);
  if (weight.unit === "lb" || weight.unit === "oz") {
    return `${localDigits(grams.div(1000).round(2).toNumber(), locale)} kg`;
  }
  const ounces = grams.div(GRAMS_PER_UNIT.oz).round(0).toNumber();
  return formatWeight({ value: ounces, unit: "oz" }, locale);
}

/** The same length in the other system, rounded to what a tape shows. */
export function lengthInOtherSystem(length: Length, locale: string): string {
  const millimetres = new Big(length.value).times(MILLIMETRES_PER_UNIT[length.unit]);
  return length.unit === "in"
    ? `${localDigits(millimetres.div(10).round(1).toNumber(), locale)} cm`
    : `${localDigits(millimetres.div(MILLIMETRES_PER_UNIT.in).round(1).toNumber(), locale)} in`;
}

/** The same temperature in the other system, to the tenth that a thermometer shows. */
export function temperatureInOtherSystem(temperature: Temperature, locale: string): string {
  const unit = temperature.unit === "c" ? "f" : "c";
  const value = Math.round(temperatureIn(temperature, unit) * 10) / 10;
  return formatTemperature({ value, unit }, locale);
}

/** A temperature on the axis of a chart in the preferred unit. */
export function temperatureIn({ value, unit }: Temperature, wanted: Temperature["unit"]): number {
  if (unit === wanted) {
    return value;
  }
  return wanted === "f" ? (value * 9) / 5 + 32 : ((value - 32) * 5) / 9;
}

/** Reads what was typed as an amount of a medicine. */
export function parseDose(text: string, unit: DoseUnit): Parsed<Dose> {
  return withUnit(parseNumber(text), unit);
}

/** The digits of a stored number, as a field shows them. */
export function typedDigits(value: number): string {
  return digits(value);
}

/** Kilograms on the axis of a chart in the preferred unit. */
export function chartWeight(kilograms: number, unit: "kg" | "lb"): number {
  return unit === "kg" ? kilograms : kilograms / (Number(GRAMS_PER_UNIT.lb) / 1000);
}

/** Centimetres on the axis of a chart in the preferred unit. */
export function chartLength(centimetres: number, unit: "cm" | "in"): number {
  return unit === "cm" ? centimetres : centimetres / (Number(MILLIMETRES_PER_UNIT.in) / 10);
}

/** Digits in a field, with the decimal sign of the locale; everything else stays as it is typed. */
export function localEntry(text: string, locale: string): string {
  const sign = localDigits(0.5, locale).charAt(1);
  return text.replace(/^([-+−]?\d+)\.(\d+)$/, `$1${sign}$2`);
}

/** A number with the digits it has, in the signs of the locale, never grouped. */
export function localDigits(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    maximumFractionDigits: MOST_DECIMALS,
  }).format(value);
}

function digits(value: number): string {
  return new Big(value).toFixed();
}

function split(value: number, perMajor: number): [number, number] {
  const whole = new Big(value).div(perMajor).round(0, Big.roundDown);
  return [whole.toNumber(), new Big(value).minus(whole.times(perMajor)).toNumber()];
}

function fraction(value: number, locale?: string): string {
  const exact = new Big(value);
  const whole = exact.round(0, Big.roundDown);
  for (const denominator of [2, 4, 8, 16]) {
    const numerator = exact.minus(whole).times(denominator);
    if (!numerator.eq(0) && numerator.eq(numerator.round(0))) {
      const part = `${numerator.toFixed()}/${String(denominator)}`;
      return whole.eq(0) ? part : `${whole.toFixed()} ${part}`;
    }
  }
  return locale === undefined ? exact.toFixed() : localDigits(value, locale);
}

function parseNumber(text: string): Parsed<number> {
  const plain = text
    .trim()
    .replace(/[¼½¾⅛⅜⅝⅞]/, (sign) => ` ${VULGAR_FRACTIONS[sign] ?? sign}`)
    .replace("⁄", "/")
    .trim();
  if (plain === "") {
    return { kind: "empty" };
  }
  const decimal = /^(\d+(?:[.,]\d*)?|[.,]\d+)$/.exec(plain);
  if (decimal?.[1] !== undefined) {
    const value = new Big(decimal[1].replace(",", ".").replace(/^\./, "0.").replace(/\.$/, ""));
    return bounded(value);
  }
  const mixed = /^(?:(\d+)[\s-]+)?(\d+)\s*\/\s*(\d+)$/.exec(plain);
  if (mixed?.[2] !== undefined && mixed[3] !== undefined && Number(mixed[3]) !== 0) {
    return bounded(new Big(mixed[1] ?? 0).plus(new Big(mixed[2]).div(mixed[3])));
  }
  return { kind: "problem", problem: "not_a_number" };
}

function bounded(value: Big): Parsed<number> {
  return value.eq(value.round(MOST_DECIMALS))
    ? { kind: "ok", value: value.toNumber() }
    : { kind: "problem", problem: "too_many_decimals" };
}

function combine<Major extends string, Minor extends string>(
  entry: QuantityEntry<unknown>,
  perMajor: number,
  majorUnit: Major,
  minorUnit: Minor,
  tooMany: EntryProblem,
): Parsed<{ value: number; unit: Major | Minor }> {
  const major = parseNumber(entry.major);
  const minor = parseNumber(entry.minor);
  if (major.kind === "problem" || minor.kind === "empty") {
    return withUnit(major, majorUnit);
  }
  if (minor.kind === "problem") {
    return minor;
  }
  if (major.kind === "ok" && !Number.isInteger(major.value)) {
    return { kind: "problem", problem: "not_whole" };
  }
  if (major.kind === "ok" && major.value > 0 && minor.value >= perMajor) {
    return { kind: "problem", problem: tooMany };
  }
  const whole = major.kind === "ok" ? major.value : 0;
  const total = new Big(whole).times(perMajor).plus(minor.value).toNumber();
  return { kind: "ok", value: { value: total, unit: minorUnit } };
}

function withUnit<Unit>(number: Parsed<number>, unit: Unit): Parsed<{ value: number; unit: Unit }> {
  return number.kind === "ok" ? { kind: "ok", value: { value: number.value, unit } } : number;
}
