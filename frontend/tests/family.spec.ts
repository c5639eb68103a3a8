import { expect, expectAccessible, test } from "./fixtures";
import { letterTo, otherBrowser, signUp } from "./people";
import type { Browser, Page } from "@playwright/test";
import type { Stack } from "./stack";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

test("somebody is invited by link, signs up on the way and joins", async ({
  page,
  browser,
  stack,
  family,
}) => {
  await family.addChild(leo);
  const link = await inviteByLink(page, "Viewer");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("By link")).toBeVisible();

  const sam = await otherBrowser(browser, stack, page);
  await sam.goto(link);
  const invitation = sam.getByRole("heading", { name: "Alex Rivera invites you to The Riveras" });
  await expect(invitation).toBeVisible();
  await expect(sam.getByText("Your role: Viewer")).toBeVisible();
  expect(sam.url(), "the secret left the address bar").toBe(`${stack.url}/invite`);
  await expectAccessible(sam);
  await sam.getByRole("link", { name: "Create an account and join" }).click();
  await signUp(sam, "Sam Rivera", "sam@example.com");
  await expect(invitation).toBeVisible();
  await expectAccessible(sam);
  await sam.getByRole("button", { name: "Join The Riveras" }).click();
  await expect(sam.getByRole("heading", { name: "The Riveras" })).toBeVisible();
  await expect(sam.getByRole("link", { name: /^Leo/ })).toBeVisible();
  await expect(sam.getByRole("link", { name: "Add measurement for Leo" })).toBeHidden();

  const late = await otherBrowser(browser, stack, page);
  await late.goto(link);
  await expect(
    late.getByRole("heading", { name: "This invitation does not hold any more" }),
  ).toBeVisible();
  await expectAccessible(late);
});

test("a member is given another role, and is told who decides", async ({
  page,
  browser,
  stack,
  family,
}) => {
  await family.addChild(leo);
  const sam = await joined(page, browser, stack);
  await page.reload();
  await page.getByRole("button", { name: "Change Sam Rivera" }).click();
  await page.getByRole("dialog").getByText("Viewer", { exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await sam.reload();
  await expect(sam.getByRole("link", { name: /^Leo/ })).toBeVisible();
  await expect(sam.getByRole("link", { name: "Add measurement for Leo" })).toBeHidden();
  await sam.goto("/family");
  await expect(sam.getByText("its owners decide")).toBeVisible();
  await expect(sam.getByRole("button", { name: "Invite somebody" })).toBeHidden();
  await expectAccessible(sam);
});

test("a member is limited, paused and removed", async ({ page, browser, stack, family }) => {
  await family.addChild(leo);
  const sam = await joined(page, browser, stack);
  await page.goto("/family");
  await page.getByRole("button", { name: "Change Sam Rivera" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("Only some", { exact: true }).click();
  await sheet.getByLabel("Leo").click();
  await expect(sheet.getByText("Please choose at least one child.")).toBeVisible();
  await expect(sheet.getByRole("button", { name: "Save" })).toBeDisabled();
  await sheet.getByLabel("Leo").click();
  await sheet.getByLabel("Paused").click();
  await sheet.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Sees only Leo")).toBeVisible();
  await expect(page.getByText("Paused", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await sam.goto("/");
  await expect(sam.getByText("Your access to this family is paused.")).toBeVisible();

  await page.getByRole("button", { name: "Change Sam Rivera" }).click();
  await sheet.getByRole("button", { name: "Remove Sam Rivera" }).click();
  await sheet.getByRole("button", { name: "Yes, remove" }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText("Sam Rivera")).toBeHidden();
});

test("two owners change one member: both versions are shown", async ({
  page,
  context,
  browser,
  stack,
  family,
}) => {
  await family.addChild(leo);
  await joined(page, browser, stack);
  const other = await context.newPage();
  for (const each of [page, other]) {
    await each.goto("/family");
    await each.getByRole("button", { name: "Change Sam Rivera" }).click();
  }
  await other.getByRole("dialog").getByText("Viewer", { exact: true }).click();
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("dialog")).toBeHidden();
  await other.close();
  await page.getByLabel("Paused").click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Somebody changed this meanwhile")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use the saved one" }).click();
  await expect(page.getByRole("dialog").getByLabel("Viewer")).toBeChecked();
});

test("the family is handed over, and then left", async ({ page, browser, stack, family }) => {
  await family.addChild(leo);
  await page.goto("/family");
  await page.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByText("You are the only member.")).toBeVisible();
  await page.keyboard.press("Escape");
  const sam = await joined(page, browser, stack);
  await page.goto("/family");
  await page.getByRole("button", { name: "Change Sam Rivera" }).click();
  await page.getByRole("button", { name: "Hand the family over to Sam Rivera" }).click();
  await page.getByRole("button", { name: "Yes, hand over" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("You can add to the record.")).toBeVisible();
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("button", { name: "Leave The Riveras" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Yes, leave" }).click();
  await expect(page.getByRole("heading", { name: /^Hello Alex/ })).toBeVisible();
  await sam.goto("/family");
  await expect(sam.getByText("You decide who belongs to this family")).toBeVisible();
  await sam.goto("/family/audit");
  await expect(sam.getByText("Measurement").or(sam.getByText("Member")).first()).toBeVisible();
  await expectAccessible(sam);
});

test("an invitation by email arrives, and can be withdrawn", async ({
  page,
  browser,
  stack,
  family,
}) => {
  await family.addChild(leo);
  await page.goto("/family");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByText("By email", { exact: true }).click();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("Please type an email address.")).toBeVisible();
  await page.getByRole("dialog").getByLabel("Email", { exact: true }).fill("gran@example.com");
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("A letter is on its way to gran@example.com.")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  const link = await letterTo(page, stack, "gran@example.com", "/invite");
  const gran = await otherBrowser(browser, stack, page);
  await gran.goto(link);
  await expect(gran.getByText("Alex Rivera invites you to The Riveras")).toBeVisible();
  await page.getByRole("button", { name: /^Withdraw the invitation/ }).click();
  await expect(page.getByText("gran@example.com")).toBeHidden();
  await gran.reload();
  await gran.goto(link);
  await expect(gran.getByText("This invitation does not hold any more")).toBeVisible();
});

test("a family is renamed, its readers are told, and it is deleted by typing its name", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("link", { name: "Family", exact: true }).click();
  await page.getByLabel("Name of the family").fill("Rivera & Co");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rivera & Co" })).toBeVisible();
  await page.getByRole("link", { name: "See changes and readers" }).click();
  await expect(page.getByRole("link", { name: "Child · Leo" })).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Readers", { exact: true }).click();
  await expect(page.getByRole("listitem").getByText("You")).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole("button", { name: "Delete the family …" }).click();
  const remove = page.getByRole("button", { name: "Delete the family and its record" });
  await expect(remove).toBeDisabled();
  await expectAccessible(page);
  await page.getByLabel("Type “Rivera & Co” to go on").fill("rivera & co");
  await remove.click();
  await expect(page.getByRole("heading", { name: /^Hello Alex/ })).toBeVisible();
});

async function inviteByLink(page: Page, role: "Owner" | "Parent" | "Viewer"): Promise<string> {
  await page.goto("/family");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByRole("dialog").getByText(role, { exact: true }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  return page.getByLabel("Link of the invitation").inputValue();
}

/** Sam, a parent of the family, in another browser. */
async function joined(page: Page, browser: Browser, stack: Stack): Promise<Page> {
  const link = await inviteByLink(page, "Parent");
  const sam = await otherBrowser(browser, stack, page);
  await sam.goto(link);
  await sam.getByRole("link", { name: "Create an account and join" }).click();
  await signUp(sam, "Sam Rivera", "sam@example.com");
  await sam.getByRole("button", { name: "Join The Riveras" }).click();
  await expect(sam.getByRole("heading", { name: "The Riveras" })).toBeVisible();
  return sam;
}
