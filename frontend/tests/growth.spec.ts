import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

async function openForm(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Add measurement" }).click();
  const form = page.getByRole("dialog");
  await expect(form).toBeVisible();
  // The box around the form covers the page and must not hide it.
  await expect(form.locator("..")).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

test("a family signs up, adds a child and sees where a measurement stands, also after a restart", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild(leo);
  await openForm(page);
  await page.getByLabel("Date", { exact: true }).fill("2025-11-11");
  await page.getByLabel("Weight", { exact: true }).fill("8.0229");
  await page.getByLabel("Length", { exact: true }).fill("71.12");
  await expectAccessible(page);
  await save(page);

  const expectReadings = async () => {
    const weight = page.getByRole("button", { name: /^Weight (?!for)/ });
    await expect(weight).toContainText("8.0229 kg");
    await expect(weight).toContainText("17th centile · WHO 2006");
    const length = page.getByRole("button", { name: /^Length/ });
    await expect(length).toContainText("71.12 cm");
    await expect(length).toContainText("35th centile · WHO 2006");
    await expect(page.getByText("about 17 weigh less")).toBeVisible();
    const row = page.getByRole("row", { name: /2025-11-11/ });
    await expect(row).toContainText("9 months, 1 day");
    await expect(row).toContainText("17th centile · WHO 2006");
  };
  await expect(page.getByRole("status")).toContainText("Saved.");
  await expectReadings();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Measurement of 2025-11-11" }).focus();
  await expect(page.getByText("2025-11-11 · 9 months, 1 day")).toBeVisible();

  await stack.restart();
  await page.reload();
  await expectReadings();
});

test("pounds with ounces and inches with fractions come back as typed", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await openForm(page);
  await page.getByLabel("Date", { exact: true }).fill("2025-11-11");
  await page.getByRole("radiogroup", { name: "Unit of the weight" }).getByText("lb + oz").click();
  await page.getByLabel("Weight (lb)").fill("17");
  await page.getByLabel("Weight (oz)").fill("11");
  await expect(page.getByText("That is about 8.02 kg.")).toBeVisible();
  await page
    .getByRole("radiogroup", { name: "Unit of the length" })
    .getByText("in", { exact: true })
    .click();
  await page.getByLabel("Length", { exact: true }).fill("28 1/4");
  await save(page);

  await expect(page.getByRole("button", { name: /^Weight (?!for)/ })).toContainText("17 lb 11 oz");
  await expect(page.getByRole("button", { name: /^Length/ })).toContainText("28 1/4 in");
  await page.getByRole("link", { name: "2025-11-11, change this measurement" }).click();
  await expect(page.getByLabel("Weight (lb)")).toHaveValue("17");
  await expect(page.getByLabel("Weight (oz)")).toHaveValue("11");
  await expect(page.getByLabel("Length", { exact: true })).toHaveValue("28 1/4");
  await expectAccessible(page);
});

test("what cannot be a measurement is said at its field", async ({ page, family }) => {
  await family.addChild(leo);
  await openForm(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Please type a weight, a length or a head")).toBeVisible();
  await page.getByLabel("Date", { exact: true }).fill("2024-01-01");
  await page.getByLabel("Weight", { exact: true }).fill("eight");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("This is before the date of birth.")).toBeVisible();
  await expect(page.getByText("Please type a number")).toBeVisible();
  await expectAccessible(page);
});

test("several measurements are entered in a row, and one is deleted", async ({ page, family }) => {
  await family.addChild(leo);
  await openForm(page);
  await page.getByLabel("Date", { exact: true }).fill("2025-03-12");
  await page.getByLabel("Weight", { exact: true }).fill("4.3");
  await page.getByRole("button", { name: "Save and add another" }).click();
  await expect(page.getByText("Saved for 2025-03-12")).toBeVisible();
  await page.getByLabel("Date", { exact: true }).fill("2025-04-14");
  await page.getByLabel("Weight", { exact: true }).fill("5.4");
  await save(page);
  await expect(page.getByRole("row")).toHaveCount(3);

  await page.getByRole("link", { name: "2025-03-12, change this measurement" }).click();
  await page.getByRole("button", { name: "Delete this measurement" }).click();
  await page.getByRole("button", { name: "Yes, delete" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("two parents change one measurement: both versions are shown, and one is chosen", async ({
  page,
  context,
  family,
}) => {
  await family.addChild(leo);
  await openForm(page);
  await page.getByLabel("Date", { exact: true }).fill("2025-11-11");
  await page.getByLabel("Weight", { exact: true }).fill("8");
  await save(page);

  const growth = page.url();
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto(growth);
    await each.getByRole("link", { name: "2025-11-11, change this measurement" }).click();
    await expect(each.getByLabel("Weight", { exact: true })).toHaveValue("8");
  }
  await other.getByLabel("Weight", { exact: true }).fill("8.2");
  await save(other);
  await other.close();

  await page.getByLabel("Weight", { exact: true }).fill("8.4");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Somebody changed this meanwhile")).toBeVisible();
  const weights = page.getByRole("dialog").getByRole("row", { name: /^Weight (?!for)/ });
  await expect(weights).toContainText("8.4 kg");
  await expect(weights).toContainText("8.2 kg");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: /^Weight (?!for)/ })).toContainText("8.4 kg");
});

test("a child who came early has both ages, and no centile before the due date", async ({
  page,
  family,
}) => {
  await family.addChild({
    name: "Noa",
    born: "2026-03-02",
    sex: "Girl",
    weeks: { weeks: "31", days: "4" },
  });
  for (const [date, weight] of [
    ["2026-04-10", "2.4"],
    ["2026-10-05", "6.6"],
  ] as const) {
    await openForm(page);
    await page.getByLabel("Date", { exact: true }).fill(date);
    await page.getByLabel("Weight", { exact: true }).fill(weight);
    await save(page);
  }
  await expect(page.getByRole("row", { name: /2026-04-10/ })).toContainText("before the due date");
  const row = page.getByRole("row", { name: /2026-10-05/ });
  await expect(row).toContainText("7 months, 3 days");
  await expect(row).toContainText("corrected: 5 months, 5 days");
  const corrected = await row.getByText(/centile/).textContent();

  await page.getByText("How this is read").click();
  await page.getByLabel("Corrected age").selectOption("Do not correct");
  await expect(row).not.toContainText("corrected");
  await expect(row.getByText(/centile/)).not.toHaveText(corrected ?? "");
  expect(new URL(page.url()).searchParams.get("correction")).toBe("never");
  await expectAccessible(page);
});

test("the line is not joined where the standard changes, and the change is explained", async ({
  page,
  family,
}) => {
  await family.addChild({ name: "Mila", born: "2021-06-18", sex: "Girl" });
  for (const [date, weight] of [
    ["2022-06-20", "9.2"],
    ["2023-01-20", "10.8"],
    ["2024-06-18", "14.6"],
    ["2025-06-20", "16.8"],
  ] as const) {
    await openForm(page);
    await page.getByLabel("Date", { exact: true }).fill(date);
    await page.getByLabel("Weight", { exact: true }).fill(weight);
    await save(page);
  }
  await expect(page.locator(".recharts-line")).toHaveCount(2);
  await expect(page.getByText("The gap is where one standard ends")).toBeVisible();
  await expect(page.getByRole("row", { name: /2024-06-18/ })).toContainText("CDC 2000");

  await page.getByText("How this is read").click();
  await page.getByLabel("Growth charts").selectOption("WHO at every age");
  await expect(page.locator(".recharts-line")).toHaveCount(1);
  await page.getByRole("switch", { name: "Expert view" }).click();
  await expect(page.getByRole("columnheader", { name: "z" })).toBeVisible();
  await expectAccessible(page);
});
