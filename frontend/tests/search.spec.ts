import { expect, expectAccessible, test } from "./fixtures";
import { Api } from "./people";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

test("words are found in everything, marked, and never in an address", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild(leo);
  const api = await Api.as(stack, "alex@example.com");
  const child = (await api.family()).child("Leo");
  await api.call("POST", `/children/${child}/visits`, {
    type: "sick",
    date: "2025-11-11",
    title: "Ear infection",
    doctor: "Dr. Müller",
  });
  await api.call("POST", `/children/${child}/illnesses`, {
    types: ["ear_infection"],
    started_on: "2025-11-10",
    notes: "Dr. Muller says it will pass",
  });
  await api.call("POST", `/children/${child}/measurements`, {
    date: "2025-11-12",
    weight: { value: 8.2, unit: "kg" },
    notes: "at Dr. Müller's",
  });

  await page.getByRole("heading", { level: 1, name: "Leo" }).click();
  await page.keyboard.press("/");
  const words = page.getByLabel("Words");
  await expect(words).toBeFocused();
  await expect(page.getByText("Search for a doctor")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText("Please type a word.")).toBeVisible();

  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await words.fill("muller");
  await words.press("Enter");
  await expect(page.getByRole("status")).toContainText("3 entries");
  for (const group of ["Visit", "Illness", "Measurement"]) {
    await expect(page.getByRole("region", { name: group })).toBeVisible();
  }
  await expect(page.getByRole("region", { name: "Visit" }).locator("mark")).toHaveText("Müller");
  await expectAccessible(page);
  expect(addresses.concat(page.url()).join(" ")).not.toContain("muller");

  await page.getByRole("checkbox", { name: "Measurement" }).check();
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("1 entry");
  await page.getByRole("link", { name: /8\.2 kg/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.goBack();
  // What was searched for is still there, from memory.
  await expect(words).toHaveValue("muller");
  await expect(page.getByRole("status")).toContainText("1 entry");
});

test("a search by dates alone, and one that finds nothing", async ({ page, stack, family }) => {
  await family.addChild(leo);
  const api = await Api.as(stack, "alex@example.com");
  const child = (await api.family()).child("Leo");
  for (const day of ["2025-11-11", "2025-12-11"]) {
    await api.call("POST", `/children/${child}/visits`, { type: "dental", date: day });
  }
  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("link", { name: "Search" }).click();
  await page.getByText("Child and dates").click();
  await page.getByLabel("From", { exact: true }).fill("2025-12-01");
  await page.getByLabel("Until", { exact: true }).fill("2025-11-01");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText("This is before the first day.")).toBeVisible();
  await page.getByLabel("Until", { exact: true }).fill("2025-12-31");
  await page.getByLabel("Child", { exact: true }).selectOption("Leo");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("1 entry");
  await page.getByLabel("Words").fill("elephant");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing found" })).toBeVisible();
  await expectAccessible(page);
});

test("many results come page by page", async ({ page, stack, family }) => {
  await family.addChild(leo);
  const api = await Api.as(stack, "alex@example.com");
  const child = (await api.family()).child("Leo");
  for (let day = 1; day <= 25; day += 1) {
    await api.call("POST", `/children/${child}/visits`, {
      type: "sick",
      date: `2025-10-${String(day).padStart(2, "0")}`,
      title: "Cough",
    });
  }
  await page.goto("/search");
  await page.getByLabel("Words").fill("cough");
  await page.getByLabel("Words").press("Enter");
  await expect(page.getByRole("status")).toContainText("20 entries so far");
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByRole("status")).toContainText("25 entries");
  await expect(page.getByRole("button", { name: "Show more" })).toBeHidden();
});

test("the keyboard has a help, and typing a question mark is only typing", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await page.getByRole("heading", { level: 1, name: "Leo" }).click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("/");
  await page.getByLabel("Words").pressSequentially("who? and/or");
  await expect(page.getByLabel("Words")).toHaveValue("who? and/or");
  await expect(page.getByRole("dialog")).toBeHidden();
});
