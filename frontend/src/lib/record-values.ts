import { useLingui } from "@lingui/react/macro";
import { usePreferences } from "../api/account";
import { formatDate, formatMoment, isDate } from "./dates";
import { kindOfId, useCodeWords, useKindWords } from "./record-kinds";
import { isLength, isWeight, formatLength, formatWeight, localDigits } from "./units";

// Values of records of any kind, for pages that show all kinds alike: history, trash, search.

/** Fields whose texts are the family's own words, and never one of the product's. */
const OWN_WORDS = new Set([
  "name",
  "title",
  "notes",
  "place",
  "doctor",
  "reason",
  "outcome",
  "result",
  "tags",
  "symptoms",
  "allergies",
  "diseases",
  "treatment",
  "body_part",
  "other_name",
  "medicine",
  "frequency",
  "duration",
  "schedule",
  "reaction",
  "given_by",
  "not_given",
  "manufacturer",
  "lot",
  "tooth",
]);

/** In which order the parts of one value are read: what it is, how much, when. */
const READ_FIRST = ["medicine", "name", "temperature", "value", "dose", "tooth", "frequency"];

function rank(field: string): number {
  const place = READ_FIRST.indexOf(field);
  return place < 0 ? READ_FIRST.length : place;
}

type Format = (value: unknown, field?: string) => string;

/** A value as a person reads it; empty for nothing. */
export function useValueWords(): Format {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const codeWords = useCodeWords();
  const kindWords = useKindWords();
  const { locale } = i18n;
  const list = new Intl.ListFormat(locale, { type: "unit", style: "short" });

  const text = (value: string, field: string): string => {
    if (OWN_WORDS.has(field) || field === "injury.kind") {
      return value;
    }
    if (isDate(value)) {
      return formatDate(value, preferences.date_format, locale);
    }
    if (/^\d{4}-\d\d-\d\dT/.test(value)) {
      return formatMoment(value, preferences, locale);
    }
    if (/^[abo]{1,2}_(positive|negative)$/.test(value)) {
      const [group = "", factor] = value.split("_");
      return group.toUpperCase() + (factor === "positive" ? "+" : "−");
    }
    if (/^[a-z]{3}_[0-9a-f-]{36}$/.test(value)) {
      return kindWords(kindOfId(value));
    }
    return codeWords(value) ?? value;
  };

  const record = (value: Record<string, unknown>): string => {
    if (isWeight(value)) {
      return formatWeight(value, locale);
    }
    if (isLength(value)) {
      return formatLength(value, locale);
    }
    if (typeof value.value === "number" && typeof value.unit === "string") {
      const units: Record<string, string> = {
        c: "°C",
        f: "°F",
        ug: "µg",
        iu: t({ message: "IU", comment: "International units of a medicine" }),
        drops: t`drops`,
        tablets: t`tablets`,
        puffs: t`puffs`,
        suppositories: t`suppositories`,
        pieces: t`pieces`,
      };
      return `${localDigits(value.value, locale)} ${units[value.unit] ?? value.unit}`;
    }
    const { weeks, days, systolic, diastolic } = value;
    if (typeof weeks === "number" && typeof days === "number") {
      return t`${weeks} weeks and ${days} days`;
    }
    if (typeof systolic === "number" && typeof diastolic === "number") {
      return `${localDigits(systolic, locale)}/${localDigits(diastolic, locale)}`;
    }
    return list.format(
      Object.entries(value)
        .toSorted(([one], [other]) => rank(one) - rank(other))
        .map(([field, each]) => format(each, field))
        .filter((each) => each !== ""),
    );
  };

  const format: Format = (value, path = "") => {
    const field = path === "injury.kind" ? path : (path.split(".").at(-1) ?? "");
    if (value === null || value === undefined) {
      return "";
    }
    if (typeof value === "string") {
      return text(value, field);
    }
    if (typeof value === "number") {
      return localDigits(value, locale);
    }
    if (typeof value === "boolean") {
      return value ? t`Yes` : t`No`;
    }
    if (Array.isArray(value)) {
      return value.map((each) => format(each, field)).join("; ");
    }
    return record(value as Record<string, unknown>);
  };
  return format;
}

/** What a record is called in a list, by what it says. */
export function useRecordTitle(): (
  kind: string,
  details: Readonly<Record<string, unknown>>,
) => string {
  const words = useValueWords();
  const kindWords = useKindWords();
  return (kind, details) => {
    const of = (field: string) => words(details[field], field);
    const first = (...titles: string[]) => titles.find((title) => title !== "");
    const type = of("type");
    const titles: Record<string, () => string | undefined> = {
      visit: () => first(of("title"), of("reason"), type),
      event: () => first(of("name"), type),
      illness: () => first(of("other_name"), of("types")),
      attachment: () => first(of("title")),
      child: () => first(of("name")),
      measurement: () =>
        [of("weight"), of("height"), of("head_circumference")]
          .filter((value) => value !== "")
          .join(" · "),
    };
    const title = titles[kind]?.();
    return title === undefined || title === "" ? kindWords(kind) : title;
  };
}

/** The day that a record is about, as it is stored. */
export function dayOf(details: Readonly<Record<string, unknown>>): string | null {
  const day = details.date ?? details.started_on;
  return typeof day === "string" ? day : null;
}
