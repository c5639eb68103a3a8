import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { Api } from "./people";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

async function measured(stack: Parameters<typeof Api.as>[0]): Promise<void> {
  const alex = await Api.as(stack, "alex@example.com");
  const family = await alex.family();
  const mia = await alex.call<{ id: string }>("POST", `/children?family=${family.id}`, {
    name: "Mia",
    date_of_birth: "2022-05-01",
    sex: "female",
  });
  for (const [child, date, weight, height] of [
    [family.child("Leo"), "2025-11-11", 8.0229, 71.12],
    [family.child("Leo"), "2025-05-10", 6, 60],
    [mia.id, "2023-02-01", 8.4, 70.5],
  ] as const) {
    await alex.call("POST", `/children/${child}/measurements`, {
      date,
      weight: { value: weight, unit: "kg" },
      height: { value: height, unit: "cm" },
    });
  }
}

async function saved(page: Page, button: string): Promise<Download> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return download;
}

test("children stand on one chart by age, with a table", async ({ page, stack, family }) => {
  await family.addChild(leo);
  await measured(stack);
  await page.reload();
  await page.getByRole("link", { name: "Compare children" }).click();
  await expect(page.getByRole("heading", { name: "Height for age" })).toBeVisible();
  await page.locator("svg polyline").first().waitFor();
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText("3 monthsLeo60 cm");
  await expect(rows.nth(2)).toContainText("9 months, 1 dayLeo71.12 cm");
  await expect(rows.nth(3)).toContainText("Mia70.5 cm");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mia" }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole("button", { name: "Weight" }).click();
  await expect(page.getByRole("heading", { name: "Weight for age" })).toBeVisible();
});

test("weight stands over length, and a chart leaves as a picture and as a table", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild(leo);
  await measured(stack);
  await page.reload();
  await page.getByRole("button", { name: /^Weight for length/ }).click();
  await expect(page.getByText("Length or height in cm")).toBeVisible();
  await expect(page.getByText("Of 100 children of the same length and sex")).toBeVisible();
  await expect(page.locator("svg polyline")).not.toHaveCount(0);
  await expect(page.getByRole("row", { name: /2025-11-11/ })).toContainText("WHO 2006");
  await expectAccessible(page);

  await page.getByRole("button", { name: /^Weight 8/ }).click();
  await expect(page.getByText("Length or height in cm")).toBeHidden();
  await expect(page.locator("svg polyline")).not.toHaveCount(0);
  const picture = await saved(page, "Save as picture");
  expect(picture.suggestedFilename()).toBe("growth-weight.png");
  const png = await readFile(await picture.path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.length).toBeGreaterThan(20_000);
  const table = await saved(page, "Save values (CSV)");
  const lines = (await readFile(await table.path(), "utf8")).split("\r\n");
  expect(lines[0]).toContain("Weight for age (kg)");
  expect(lines[2]).toBe("2025-11-11,274,,8.0229,17.1,-0.951,WHO 2006");
});

test("the growth of a child prints whole, on white, without what is to be tapped", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild(leo);
  await measured(stack);
  await page.reload();
  await page.locator("svg polyline").first().waitFor();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Add", exact: true })).toBeHidden();
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: "Leo" })).toBeVisible();
  await expect(page.getByText("not a diagnosis")).toBeVisible();
  const table = page.getByRole("table");
  await expect(table).toBeVisible();
  // Nothing of it is cut off by a box that scrolls.
  expect(
    await table.evaluate((element) => {
      const box = element.closest("section");
      return box === null ? -1 : box.scrollHeight - box.clientHeight;
    }),
  ).toBeLessThanOrEqual(1);
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.length).toBeGreaterThan(10_000);
  await page.emulateMedia({ media: "screen" });
  await expectAccessible(page);
});

test("a child who came early has both ages, also at a point of the chart", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild({ ...leo, weeks: { weeks: "32", days: "0" } });
  await measured(stack);
  await page.reload();
  await page.getByRole("button", { name: "Measurement of 2025-11-11" }).focus();
  await expect(page.getByRole("status").filter({ hasText: "8.0229 kg" })).toContainText(
    "9 months, 1 daycorrected: 7 months",
  );
  await expect(page.getByRole("row", { name: /2025-11-11/ })).toContainText("corrected: 7 months");
});
