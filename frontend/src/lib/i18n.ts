import { i18n } from "@lingui/core";

/** The languages the app speaks; a language joins with its catalogue. */
export type Locale = "en";

/** Loads the texts of a language and speaks it from then on. */
export async function speak(locale: Locale): Promise<void> {
  const { messages } = await catalogues[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
}

const catalogues = {
  en: () => import("../locales/en/messages.po"),
} satisfies Record<Locale, () => Promise<unknown>>;
