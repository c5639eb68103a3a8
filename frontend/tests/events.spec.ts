import { expect, expectAccessible, test } from "./fixtures";

// Several pages in each test, each looked at by axe in both colour schemes.
test.slow();

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

test("a vaccine is picked by its disease, saved, changed and deleted", async ({ page, family }) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Vaccines and events" }).click();
  await expect(page.getByText("Nothing entered yet")).toBeVisible();
  await page.getByRole("link", { name: "Add vaccine" }).click();
  await page.getByLabel("Which vaccine?").fill("measles");
  await page.getByRole("list", { name: "Vaccines" }).getByRole("button").first().click();
  await page.getByLabel("Dose number").fill("1");
  await page.getByLabel("Lot number").fill("A123");
  await page.getByLabel("Where on the body").selectOption("Left thigh");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("A123")).toBeVisible();
  await expect(page.getByText(/Measles/i).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Change" }).click();
  await page.getByLabel("Reaction").fill("A little fever");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("A little fever")).toBeVisible();
  await expect(page.getByText("A123")).toBeVisible();
  await expect(page.getByText("Left thigh")).toBeVisible();

  await page.getByRole("link", { name: "Change" }).click();
  await page.getByRole("button", { name: "Delete this entry" }).click();
  await page.getByRole("button", { name: "Yes, delete" }).click();
  await expect(page.getByText("Nothing entered yet")).toBeVisible();
});

test("a medication says when the next dose is possible", async ({ page, family }) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Vaccines and events" }).click();
  await page.getByRole("link", { name: "Add other" }).click();
  await page.getByLabel("Which medicine?").fill("Amoxicillin");
  await page.getByLabel("How much at a time").fill("5");
  await page.getByLabel("Time that must lie between two doses").fill("8");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Given now: Amoxicillin" }).click();
  await expect(page.getByText(/Next possible:/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Vaccines and events" }).click();
  await expect(page.getByText(/Next possible:/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Doses and details of Amoxicillin" }).click();
  await page.getByRole("button", { name: "No longer taken" }).click();
  await expect(page.getByRole("button", { name: /Given now/ })).toBeHidden();
});

test("an allergy has its own fields, and what is missing is said", async ({ page, family }) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Vaccines and events" }).click();
  await page.getByRole("link", { name: "Add other" }).click();
  await page.getByRole("button", { name: "Allergy" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Please type what it is.")).toBeVisible();
  await page.getByLabel("Allergic to what?").fill("Peanut");
  await page.getByText("Moderate").click();
  await page.getByLabel("What happens?").fill("Hives");
  await page.getByRole("button", { name: "Save and add another" }).click();
  await expect(page.getByText("Peanut is saved. Here is the next one.")).toBeVisible();
  await page.getByRole("link", { name: "Vaccines and events" }).click();
  await expect(page.getByRole("link", { name: /^Peanut/ })).toBeVisible();
  await expectAccessible(page);
});
