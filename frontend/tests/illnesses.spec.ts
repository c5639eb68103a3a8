import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

async function addIllness(page: Page, type: string): Promise<void> {
  await page.getByRole("link", { name: "Illnesses", exact: true }).click();
  await page.getByRole("link", { name: "Add illness" }).click();
  await page.getByRole("button", { name: type, exact: true }).first().click();
}

test("an illness from its first hour to well again, with its fever curve", async ({
  page,
  family,
}) => {
  // Five pages, each looked at by axe in both colour schemes.
  test.slow();
  await family.addChild(leo);
  await page.getByRole("link", { name: "Illnesses", exact: true }).click();
  await expect(page.getByText("No illness noted")).toBeVisible();
  await expectAccessible(page);
  await addIllness(page, "Ear infection");
  await page.getByRole("radio", { name: "6" }).check();
  await page.getByRole("button", { name: "Earache" }).click();
  await page.getByPlaceholder("Another symptom").fill("Pulls the ear");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("Days missed, notes, tags").click();
  await page.getByLabel("Days of school or day care missed").fill("2");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ear infection" })).toBeVisible();
  await expect(page.getByText("Earache, Pulls the ear")).toBeVisible();

  await page.getByRole("link", { name: "Add temperature" }).click();
  await page.getByRole("textbox", { name: "Temperature", exact: true }).fill("38.9");
  await expect(page.getByText("That is about 102 °F.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("cell", { name: "38.9 °C" })).toBeVisible();

  await page.getByRole("link", { name: "Add medicine" }).click();
  await page.getByLabel("Medicine", { exact: true }).fill("Ibuprofen");
  await page.getByLabel("How much").fill("2.5");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("cell", { name: "Ibuprofen 2.5 ml" })).toBeVisible();
  await expectAccessible(page);

  // The last day is shown before it is saved, and taken back where it is not.
  const well = page.getByRole("button", { name: "Well again" });
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/illnesses\/ill_/, async (route) => {
    if (route.request().method() === "PUT") {
      await answered;
      await route.fulfill({ status: 403, json: { code: "not_allowed", message: "No." } });
    } else {
      await route.continue();
    }
  });
  await well.click();
  await expect(page.getByText("Leo · 1 day")).toBeVisible();
  await expect(well).toBeHidden();
  answer();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(well).toBeVisible();
  await page.unroute(/\/illnesses\/ill_/);

  await well.click();
  await expect(page.getByText("Today is kept as the last day")).toBeVisible();
  await expect(page.getByText("Leo · 1 day")).toBeVisible();

  // What the form does not show stays: the readings survive a change.
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByLabel("Notes").fill("Antibiotics for a week");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Antibiotics for a week")).toBeVisible();
  await expect(page.getByRole("cell", { name: "38.9 °C" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "Ibuprofen 2.5 ml" })).toBeVisible();
});

test("what cannot be an illness is said at its field", async ({ page, family }) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Illnesses", exact: true }).click();
  await page.getByRole("link", { name: "Add illness" }).click();
  await page.getByLabel("First day").fill("2024-01-01");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Please choose at least one.")).toBeVisible();
  await expect(page.getByText("This is before the date of birth.")).toBeVisible();
  await expectAccessible(page);
});

test("two parents change one illness: both versions are shown, and one is chosen", async ({
  page,
  context,
  family,
}) => {
  await family.addChild(leo);
  await addIllness(page, "Cold");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cold" })).toBeVisible();
  const address = page.url();
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto(`${address}/edit`);
    await expect(each.getByRole("button", { name: "Cold" })).toBeVisible();
  }
  await other.getByRole("radio", { name: "4" }).check();
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("4 of 10")).toBeVisible();
  await other.close();
  await page.getByRole("radio", { name: "7" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Somebody changed this meanwhile")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText("7 of 10")).toBeVisible();
});

test("the year shows the days ill by colour and number, and all illnesses can be filtered", async ({
  page,
  family,
}) => {
  test.slow();
  await family.addChild(leo);
  await addIllness(page, "Flu");
  await page.getByLabel("First day").fill("2026-01-12");
  await page.getByRole("switch", { name: "Still ill" }).click();
  await page.getByLabel("Last day").fill("2026-01-15");
  await page.getByRole("radio", { name: "8" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Leo · 4 days")).toBeVisible();

  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("banner").getByRole("link", { name: "Illnesses" }).click();
  await expect(page.getByRole("link", { name: /^Flu/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Type").selectOption("Cold");
  await expect(page.getByText("Nothing fits these filters")).toBeVisible();

  await page.getByRole("link", { name: "The year at a glance" }).click();
  const now = new Date().getFullYear();
  for (let year = now; year > 2026; year -= 1) {
    await page.getByRole("button", { name: "The year before" }).click();
  }
  const day = page.getByRole("button", { name: "2026-01-13: Leo · Flu · severity 8 of 10" });
  await expect(day).toHaveText("8");
  await expect(page.getByText("4 days ill")).toBeVisible();
  await day.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "2026-01-13" })).toBeVisible();
  await page.getByText("The same as a table").click();
  await expect(page.getByRole("row", { name: /2026-01-15/ })).toContainText("Flu");
  await expectAccessible(page);
});
