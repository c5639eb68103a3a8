import { expect, expectAccessible, test } from "./fixtures";

// Several pages in each test, each looked at by axe in both colour schemes.
test.slow();

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

test("home shows who is ill, what is taken and what came last, in one call", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  // Add, Temperature, Save: three taps to a saved record.
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("link", { name: "Vaccine" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Temperature" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Please type what the thermometer says.")).toBeVisible();
  await page.getByLabel("Temperature", { exact: true }).fill("39,2");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Fever" })).toBeVisible();

  await page.keyboard.press("n");
  await page.getByRole("link", { name: "Medicine given" }).click();
  await page.getByLabel("Medicine", { exact: true }).fill("Vitamin D");
  await page.getByLabel("Belongs to").selectOption("No illness");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Earlier medications" })).toBeVisible();

  const calls: string[] = [];
  await page.getByRole("link", { name: "Trajectory, to the start" }).click();
  await expect(page.getByRole("list", { name: "Right now" })).toContainText("39.2 °C");
  page.on("request", (request) => {
    // The question for news of the family comes every few seconds.
    if (/\/api\/(children|families)(?!.*\/changes$)/.test(request.url())) {
      calls.push(new URL(request.url()).pathname);
    }
  });
  await page.reload();
  await expect(page.getByRole("list", { name: "Right now" })).toContainText("Leo: Fever");
  await expect(page.getByRole("region", { name: "Latest entries" })).toContainText("Vitamin D");
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatch(/\/home$/);
  await expectAccessible(page);
});

test("somebody in two families switches between them", async ({ page, family }) => {
  await family.addChild(leo);
  await page.goto("/welcome");
  await page.getByLabel("Name of your family").fill("The Chens");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Who is your first child?")).toBeVisible();
  const switcher = page.getByLabel("Family", { exact: true });
  await switcher.selectOption("The Riveras");
  await expect(page.getByRole("link", { name: /^Leo/ })).toBeVisible();
  await switcher.selectOption("The Chens");
  await expect(page.getByRole("heading", { name: "The Chens" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Trajectory, to the start" }).click();
  await expect(page.getByRole("heading", { name: "The Chens" })).toBeVisible();
});
