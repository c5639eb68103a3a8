import { i18n, type Messages } from "@lingui/core";

/** The languages the app speaks; a language joins with its catalogue. */
export type Locale = "en";

/** Loads the texts of a language and speaks it from then on. */
export async function speak(locale: Locale): Promise<void> {
  const { messages } = await catalogues[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}

// The texts of the source are in English, and each part of the app brings its own: see vite.config.ts.
const catalogues = {
  en: () => Promise.resolve({ messages: {} }),
} satisfies Record<Locale, () => Promise<{ messages: Messages }>>;
