import { readFileSync } from "node:fs";
import { formatter } from "@lingui/format-po";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Api } from "./people";
import { Stack } from "./stack";
import { goWithin, openStops, settled, signedInStops, signInToDemo } from "./tour";

// The texts are the same at every size, and longest where there is least room.
test.beforeEach(({ viewport }) => {
  test.skip((viewport?.width ?? 0) > 500, "Once is enough.");
});

const languages = [
  { locale: "de", browser: "de-AT", signIn: "Anmelden", home: "Hallo Robin" },
  { locale: "es", browser: "es-MX", signIn: "Iniciar sesión", home: "Hola, Robin" },
] as const;

for (const { locale, browser, signIn, home } of languages) {
  test(`every page speaks ${locale}, and none is wider than a phone`, async ({ browser: app }) => {
    test.setTimeout(300_000);
    const stack = await Stack.start({ demo: true });
    const context = await app.newContext({
      baseURL: stack.url,
      viewport: { width: 390, height: 844 },
      locale: browser,
    });
    const page = await context.newPage();
    const english = await englishTexts(stack, locale);
    const problems: string[] = [];
    const look = async (name: string) => {
      problems.push(...(await problemsOf(page, english)).map((problem) => `${name}: ${problem}`));
    };
    try {
      for (const { name, path } of openStops) {
        await page.goto(path);
        await settled(page);
        await look(name);
      }
      await page.goto("/sign-in");
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByRole("button", { name: signIn })).toBeVisible();
      await signInToDemo(page, stack);
      // The account speaks English until its owner chooses.
      await goWithin(page, "/settings");
      await page.getByLabel("Language").selectOption(locale);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await page.reload();
      await settled(page);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      for (const { name, path } of await signedInStops(stack)) {
        await goWithin(page, path);
        await look(name);
      }
      await goWithin(page, "/");
      await expect(page.getByText(home)).toBeVisible();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
      await stack.stop();
    }
  });
}

test("an account speaks the language in which it was made, and numbers and dates follow", async ({
  browser,
  stack,
}) => {
  const context = await browser.newContext({ baseURL: stack.url, locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto("/sign-up");
  // Nobody has made a French catalogue.
  await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { name: "Leg dein Konto an" })).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByLabel("Dein Name").fill("Alex Rivera");
  await page.getByLabel("E-Mail").fill("alex@example.com");
  await page.getByLabel("Passwort", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.getByLabel("Name deiner Familie").fill("Familie Rivera");
  await page.getByRole("button", { name: "Weiter" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Leo");
  await page.getByLabel("Geburtsdatum").fill("2025-02-10");
  await page.getByText("Junge", { exact: true }).click();
  await page.getByRole("button", { name: "Fertig" }).click();
  await page.getByRole("link", { name: "Messung für Leo hinzufügen" }).click();
  const weight = page.getByLabel("Gewicht", { exact: true });
  await weight.fill("8,25");
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Gewicht (?!zur)/ })).toContainText("8,25 kg");
  await page.getByRole("link", { name: /diese Messung ändern/ }).click();
  await expect(weight).toHaveValue("8,25");

  // The language is the account's, on every device.
  const other = await browser.newContext({ baseURL: stack.url, locale: "en-GB" });
  const device = await other.newPage();
  await device.goto("/sign-in");
  await device.getByLabel("Email").fill("alex@example.com");
  await device.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await device.getByRole("button", { name: "Sign in" }).click();
  await expect(device.getByText("Hallo Alex")).toBeVisible();
  await other.close();
  await context.close();
});

interface English {
  /** Texts of the catalogue that this language says differently. */
  texts: string[];
  /** What the family has written itself. */
  own: string[];
}

async function englishTexts(stack: Stack, locale: string): Promise<English> {
  const catalogue = (language: string) => {
    const file = `src/locales/${language}/messages.po`;
    const context = { locale: language, sourceLocale: "en", filename: file };
    return formatter().parse(readFileSync(file, "utf8"), context);
  };
  const translated = await catalogue(locale);
  // Some words of one language are others of another: a "Kind" is a child in German.
  const said = new Set(Object.values(translated).map(({ translation }) => translation));
  const texts = Object.values(await catalogue("en")).flatMap(({ message }) =>
    message === undefined || /[{<]/.test(message) || said.has(message) ? [] : [message],
  );
  const { email, password } = stack.demoUser;
  const api = await Api.as(stack, email, password);
  const { id: family } = await api.family();
  const own = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === "string") {
      own.add(value);
    } else if (typeof value === "object" && value !== null) {
      Object.values(value).forEach(collect);
    }
  };
  const children = await api.call<{ items: { id: string }[] }>("GET", `/children?family=${family}`);
  collect(children);
  collect(await api.call("GET", "/families"));
  for (const { id } of children.items) {
    for (const kind of ["visits", "illnesses", "medical-events", "attachments", "measurements"]) {
      collect(await api.call("GET", `/children/${id}/${kind}?limit=100`));
    }
  }
  return { texts, own: [...own].filter((word) => word.length > 2) };
}

/** English words that the family has not written itself, and words that do not fit. */
function problemsOf(page: Page, english: English): Promise<string[]> {
  return page.evaluate(({ texts, own }) => {
    const known = new Set(texts);
    // The longest first, so that no part of one is left.
    const written = own.sort((one, other) => other.length - one.length);
    const words =
      /\b(the|and|your|with|this|from|not|add|save|delete|change|born|centile|visit|day)\b/i;
    const said: string[] = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest("script, style, [lang]:not(html)") === null) {
        said.push(node.textContent ?? "");
      }
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
      for (const name of ["aria-label", "placeholder", "title"]) {
        said.push(element.getAttribute(name) ?? "");
      }
    }
    const problems: string[] = [];
    const suspicious = (text: string) => known.has(text.trim()) || words.test(text);
    for (const text of said.filter(suspicious)) {
      const left = written.reduce((rest, word) => rest.replaceAll(word, ""), text);
      if (suspicious(left)) {
        problems.push(`“${text}” is English`);
      }
    }
    const across = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (across > 0) {
      problems.push(`${String(across)} pixels too wide`);
    }
    for (const label of document.querySelectorAll(
      ".mantine-Button-label, .mantine-SegmentedControl-innerLabel",
    )) {
      if (label.scrollWidth > label.clientWidth + 1) {
        problems.push(`“${label.textContent}” does not fit`);
      }
    }
    return problems;
  }, english);
}
