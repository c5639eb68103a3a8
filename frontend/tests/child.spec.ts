import { expect, expectAccessible, test } from "./fixtures";

// Several pages in each test, each looked at by axe in both colour schemes.
test.slow();

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

test("the timeline of a child brings everything together, in one call", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Timeline" }).click();
  await expect(page.getByText("The timeline begins with the first entry")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("n");
  await page.getByRole("link", { name: "Measurement" }).click();
  await page.getByLabel("Date", { exact: true }).fill("2025-11-11");
  await page.getByLabel("Weight", { exact: true }).fill("8");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("link", { name: "Cold" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cold" })).toBeVisible();

  await page.getByRole("link", { name: "Illnesses", exact: true }).click();
  await page.getByRole("link", { name: "Timeline" }).click();
  await expect(page.getByRole("heading", { name: "November 2025" })).toBeVisible();
  const calls: string[] = [];
  page.on("request", (request) => {
    if (/\/api\/(children|families)/.test(request.url())) {
      calls.push(new URL(request.url()).pathname);
    }
  });
  await page.reload();
  await expect(page.getByRole("region", { name: "November 2025" })).toContainText("8 kg");
  await expect(page.getByRole("list", { name: "Last and next" })).toContainText("Ill now");
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatch(/\/overview$/);
  await expectAccessible(page);
  await page.getByRole("region", { name: "November 2025" }).getByRole("link").click();
  await expect(page.getByRole("dialog").getByLabel("Weight", { exact: true })).toHaveValue("8");
});
