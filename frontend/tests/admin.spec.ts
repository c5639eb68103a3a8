import { expect, expectAccessible, test } from "./fixtures";
import { otherBrowser, signIn, signUp } from "./people";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

test("the admin finds a person, hands out a code, and switches the account off", async ({
  page,
  browser,
  stack,
  family,
}) => {
  expect(family.name).not.toBe("");
  const sam = await otherBrowser(browser, stack, page);
  await sam.goto("/sign-up");
  await signUp(sam, "Sam Okafor", "sam@example.com");
  await expect(sam.getByRole("heading", { name: /^Hello Sam/ })).toBeVisible();
  await sam.goto("/admin");
  await expect(sam.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await sam.getByRole("button", { name: "Menu of Sam Okafor" }).click();
  await expect(sam.getByRole("link", { name: "Admin" })).toBeHidden();

  await page.goto("/");
  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("link", { name: "Admin" }).click();
  await expect(page.getByRole("heading", { name: "How much there is" })).toBeVisible();
  await expect(page.getByText("Everything runs.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "People" }).click();
  await expect(page.getByText("Alex Rivera (you)")).toBeVisible();
  await page.getByLabel("Search people").fill("okafor");
  await page.getByLabel("Search people").press("Enter");
  await expect(page.getByText("Alex Rivera (you)")).toBeHidden();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Manage Sam Okafor" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText("signed in on 1 device")).toBeVisible();
  await sheet.getByRole("button", { name: "Make a code for a new password" }).click();
  await sheet.getByRole("button", { name: "Make the code" }).click();
  const code = await sheet.getByLabel("Code for a new password").inputValue();
  await expectAccessible(page);

  await sam.goto("/reset-password");
  await sam.getByRole("button", { name: "I have a code" }).click();
  await sam.getByLabel("Code", { exact: true }).fill(code);
  await sam.getByLabel("New password", { exact: true }).fill("seven brave otters");
  await expectAccessible(sam);
  await sam.getByRole("button", { name: "Set the password" }).click();
  await expect(sam.getByRole("heading", { name: "Your password is changed" })).toBeVisible();

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Manage Sam Okafor" }).click();
  await sheet.getByLabel("Account switched off").click();
  await sheet.getByRole("button", { name: "Save" }).click();
  await expect(sheet.getByText("Saved.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Switched off")).toBeVisible();
  await signIn(sam, "sam@example.com", "seven brave otters");
  await expect(sam.getByRole("alert")).toContainText("switched off");

  await page.getByRole("button", { name: "Manage Sam Okafor" }).click();
  await sheet.getByRole("button", { name: "Delete the account" }).click();
  await sheet.getByRole("button", { name: "Yes, delete Sam Okafor" }).click();
  await expect(page.getByText("Nobody found.")).toBeVisible();
  await page.getByRole("link", { name: "Log" }).click();
  await expect(page.getByText("Account deleted")).toBeVisible();
  await expect(page.getByText("Switched off: No → Yes")).toBeVisible();
  await expectAccessible(page);
});

test("the admin decides who may sign up", async ({ page, browser, stack, family }) => {
  expect(family.name).not.toBe("");
  await page.goto("/admin");
  await page.getByText("Nobody", { exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByText("No new accounts.")).toBeVisible();
  await expectAccessible(page);
  const sam = await otherBrowser(browser, stack, page);
  await sam.goto("/sign-up");
  await signUp(sam, "Sam", "sam@example.com");
  await expect(sam.getByRole("alert")).toContainText("Nobody can sign up here at the moment.");
});

test("two admins change the settings: both versions are shown", async ({
  page,
  context,
  family,
}) => {
  expect(family.name).not.toBe("");
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto("/admin");
    await expect(each.getByText("Whoever finds this address")).toBeVisible();
  }
  await other.getByText("Nobody", { exact: true }).click();
  await expect(other.getByText("Saved.")).toBeVisible();
  await other.close();
  await page.getByText("Invited", { exact: true }).click();
  await expect(page.getByText("Somebody changed this meanwhile")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText("Only who has an invitation")).toBeVisible();
});

test("the admin sees families without their records, and letters that failed", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await page.goto("/admin/families");
  const row = page.getByRole("listitem").filter({ hasText: family.name });
  await expect(row).toContainText("1 owner");
  await expect(page.getByRole("main")).not.toContainText("Leo");
  await expectAccessible(page);
  await page.getByLabel("Search families").fill("nobody");
  await page.getByLabel("Search families").press("Enter");
  await expect(page.getByText("No family found.")).toBeVisible();
  await page.getByLabel("Search families").fill("");
  await page.getByRole("button", { name: `Delete ${family.name}` }).click();
  await page.getByLabel(`Type “${family.name}” to go on`).fill(family.name);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete the family and its record" }).click();
  await expect(page.getByText("is being deleted")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("link", { name: "Failed mail" }).click();
  await expect(page.getByText("All letters went out.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/admin/nothing");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
