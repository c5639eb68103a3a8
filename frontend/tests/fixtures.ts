import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { Stack } from "./stack";

interface Fixtures {
  stack: Stack;
  family: Family;
}

/** A signed-in parent with a family and, from there, its children. */
export interface Family {
  name: string;
  /** Adds a child over the pages and opens its growth. */
  addChild: (child: NewChild) => Promise<void>;
}

export interface NewChild {
  name: string;
  born: string;
  sex: "Boy" | "Girl";
  weeks?: { weeks: string; days: string };
}

// The browser notes every refusal: nobody is signed in on a fresh page, an invitation is used up, a link has run out,
// or a test lets the server refuse, or cuts the network. Playwright says that it keeps the service worker out.
const EXPECTED_NOISE =
  /Service Worker registration blocked by Playwright|Failed to load resource: (the server responded with a status of (400|401|403|404|409|412|422|503)|net::ERR_(FAILED|INTERNET_DISCONNECTED))/;

export const test = base.extend<Fixtures>({
  // Playwright reads the names of the fixtures from the pattern, also from an empty one.
  // eslint-disable-next-line no-empty-pattern
  stack: async ({}, use) => {
    const stack = await Stack.start();
    await use(stack);
    await stack.stop();
  },

  baseURL: async ({ stack }, use) => {
    await use(stack.url);
  },

  // Every test ends with what holds on every page.
  page: async ({ page, stack }, use) => {
    const errors: string[] = [];
    const foreign: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !EXPECTED_NOISE.test(message.text())) {
        errors.push(message.text());
      }
    });
    page.on("pageerror", (error) => {
      errors.push(error.message);
    });
    page.on("request", (request) => {
      if (![stack.url, stack.filesOrigin].some((own) => request.url().startsWith(own))) {
        foreign.push(request.url());
      }
    });
    await use(page);
    expect(errors, "the console is silent").toEqual([]);
    expect(foreign, "every request goes to our own origin or to our files").toEqual([]);
    await expectNothingStored(page);
  },

  family: async ({ page }, use) => {
    await page.goto("/sign-up");
    await page.getByLabel("Your name").fill("Alex Rivera");
    await page.getByLabel("Email").fill("alex@example.com");
    await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByLabel("Name of your family").fill("The Riveras");
    await page.getByRole("button", { name: "Continue" }).click();
    await use({
      name: "The Riveras",
      addChild: async ({ name, born, sex, weeks }) => {
        await page.getByLabel("Name", { exact: true }).fill(name);
        await page.getByLabel("Date of birth").fill(born);
        await page.getByText(sex, { exact: true }).click();
        if (weeks !== undefined) {
          await page.getByText("By weeks").click();
          await page.getByLabel("Weeks of pregnancy").fill(weeks.weeks);
          await page.getByLabel("and days").fill(weeks.days);
        }
        await page.getByRole("button", { name: "Done" }).click();
        await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
        await page.getByRole("link", { name: "Growth", exact: true }).click();
        await page.locator("svg polyline").first().waitFor();
      },
    });
  },
});

/** axe finds nothing, in both colour schemes, and nothing is wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is half under the bar at the top is no small target.
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    const { violations } = await new AxeBuilder({ page })
      .options({ rules: { "target-size": { enabled: true } } })
      .analyze();
    expect(
      violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) })),
      `axe in ${colorScheme}`,
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "nothing is wider than the screen").toBe(0);
}

async function expectNothingStored(page: Page): Promise<void> {
  const stored = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookies: document.cookie,
  }));
  // A test may leave a form half filled in: what becomes of drafts is tested by itself.
  const ofTheDevice = ["trajectory-color-scheme", "trajectory-language"];
  expect(
    stored.local.filter(
      (key) => !ofTheDevice.includes(key) && !key.startsWith("trajectory-draft:"),
    ),
  ).toEqual([]);
  expect({ ...stored, local: [] }).toEqual({
    local: [],
    session: [],
    caches: [],
    databases: [],
    cookies: "",
  });
}

export { expect };
