import { i18n, type Messages } from "@lingui/core";
import type { Preferences } from "../api/types";

/** The languages the app speaks; a language joins with its catalogue. */
export type Locale = Preferences["language"];

/** Each language as it calls itself. */
export const languageNames: Record<Locale, string> = {
  en: "English",
  es: "Español",
  de: "Deutsch",
};

export const locales = ["en", "es", "de"] as const satisfies readonly Locale[];

type Load = () => Promise<{ messages: Messages }>;

// The texts of the source are in English, and each part of the app brings its own: see vite/texts.ts.
const catalogues: Record<Locale, { first: Load; rest: Load } | null> = {
  en: null,
  es: {
    first: () => import("virtual:texts/es-first"),
    rest: () => import("virtual:texts/es-rest"),
  },
  de: {
    first: () => import("virtual:texts/de-first"),
    rest: () => import("virtual:texts/de-rest"),
  },
};

// Only which language this device speaks is kept, so that a page opens in it before anybody is known.
const KEY = "trajectory-language";

let wanted: Locale | null = null;
let firstTexts: Promise<void> = Promise.resolve();
let rest: Promise<void> = Promise.resolve();

/** Speaks a language from now on; waits for the texts of the first pages. */
export function speak(locale: Locale): Promise<void> {
  if (locale !== wanted) {
    wanted = locale;
    const catalogue = catalogues[locale];
    const first = catalogue?.first();
    rest = load(locale, catalogue?.rest());
    firstTexts = load(locale, first).then(() => {
      if (wanted === locale) {
        i18n.activate(locale);
        document.documentElement.lang = locale;
        remember(locale);
      }
    });
  }
  return firstTexts;
}

/** The language that is spoken, or will be as soon as its texts are here. */
export function spoken(): Locale {
  return wanted ?? "en";
}

/** Waits for the texts of the first pages in the language that was wanted last. */
export function firstPagesSpoken(): Promise<void> {
  return firstTexts;
}

/** Waits for the texts of all pages in the language that was wanted last. */
export async function allPagesSpoken(): Promise<void> {
  await Promise.all([firstTexts, rest]);
}

// Texts that do not arrive must not keep the app away: it speaks English where it lacks a word.
async function load(locale: Locale, catalogue: ReturnType<Load> | undefined): Promise<void> {
  try {
    i18n.load(locale, (await catalogue)?.messages ?? {});
  } catch {
    i18n.load(locale, {});
  }
}

/** What this device spoke last, else the first of the browser's languages that the app knows. */
export function firstLocale(): Locale {
  return (
    [remembered(), ...navigator.languages]
      .map((language) => locales.find((locale) => language?.split("-")[0] === locale))
      .find((locale) => locale !== undefined) ?? "en"
  );
}

function remembered(): string | null {
  try {
    // eslint-disable-next-line no-restricted-globals -- Not of the record: it says nothing about anybody.
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(locale: Locale): void {
  try {
    // eslint-disable-next-line no-restricted-globals -- See above.
    localStorage.setItem(KEY, locale);
  } catch {
    // Storage is switched off: the browser's languages decide again.
  }
}
