import { mkdir } from "node:fs/promises";
import { test, type Page } from "@playwright/test";
import { Stack } from "./stack";

// The pictures of the documents: `npm run screenshots` writes them from the demo family.
const folder = "../docs/screenshots";
const sizes = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
};

let stack: Stack;

test.beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  stack = await Stack.start({ demo: true });
});

test.afterAll(async () => {
  await stack.stop();
});

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${size} ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 2 });
      const page = await context.newPage();
      await signIn(page);
      await page.screenshot({ path: `${folder}/home-${size}-${colorScheme}.png` });
      await page.getByRole("main").getByRole("heading", { level: 2 }).first().click();
      await page.getByRole("link", { name: "Growth", exact: true }).click();
      await page.locator("svg polyline").first().waitFor();
      await page.screenshot({ path: `${folder}/growth-${size}-${colorScheme}.png` });
      await context.close();
    });
  }
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${stack.url}/sign-in`);
  await page.getByLabel("Email").fill(stack.demoUser.email);
  await page.getByLabel("Password", { exact: true }).fill(stack.demoUser.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("main").getByRole("listitem").first().waitFor();
}
