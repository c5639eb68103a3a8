import { createHmac } from "node:crypto";
import { expect, expectAccessible, test } from "./fixtures";
import { letterTo, otherBrowser, PASSWORD, signIn, signUp } from "./people";

const EMAIL = "alex@example.com";
const NEW_PASSWORD = "seven brave otters";

test("a forgotten password is set anew by a letter, once", async ({
  page,
  browser,
  stack,
  family,
}) => {
  expect(family.name).not.toBe("");
  const phone = await otherBrowser(browser, stack, page);
  await phone.goto("/sign-in");
  await phone.getByRole("link", { name: "Forgot your password?" }).click();
  await expect(phone.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
  await expectAccessible(phone);
  await phone.getByLabel("Email").fill(EMAIL);
  await phone.getByRole("button", { name: "Send the letter" }).click();
  await expect(phone.getByText("a letter is on its way")).toBeVisible();
  const link = await letterTo(page, stack, EMAIL, "/reset-password");
  const desk = await otherBrowser(browser, stack, page);
  await desk.goto(link);
  await expect(desk.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  expect(desk.url(), "the secret left the address bar").toBe(`${stack.url}/reset-password`);
  await expectAccessible(desk);
  await desk.getByLabel("New password", { exact: true }).fill("short");
  await desk.getByRole("button", { name: "Set the password" }).click();
  await expect(desk.getByText("Please use at least 10 characters.")).toBeVisible();
  await desk.getByLabel("New password", { exact: true }).fill(NEW_PASSWORD);
  await desk.getByRole("button", { name: "Set the password" }).click();
  await expect(desk.getByRole("heading", { name: "Your password is changed" })).toBeVisible();
  await expectAccessible(desk);
  await signIn(desk, EMAIL, NEW_PASSWORD);
  await expect(desk.getByRole("heading", { name: family.name })).toBeVisible();

  const late = await otherBrowser(browser, stack, page);
  await late.goto(link);
  await late.getByLabel("New password", { exact: true }).fill("another fine password");
  await late.getByRole("button", { name: "Set the password" }).click();
  await expect(late.getByText("This link or code was used already")).toBeVisible();
  await late.getByRole("button", { name: "Ask for a letter" }).click();
  await expect(late.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
});

test("an email is confirmed by its letter, and changed", async ({ page, stack, family }) => {
  expect(family.name).not.toBe("");
  await page.goto("/settings");
  await expect(page.getByText("Not confirmed")).toBeVisible();
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByText(`A letter is on its way to ${EMAIL}.`)).toBeVisible();
  await expectAccessible(page);
  await page.goto(await letterTo(page, stack, EMAIL, "/verify-email"));
  await expect(page.getByRole("heading", { name: "Your email is confirmed" })).toBeVisible();
  expect(page.url(), "the secret left the address bar").toBe(`${stack.url}/verify-email`);
  await expectAccessible(page);
  await page.goto("/settings");
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Change email" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("New email").fill("alex.rivera@example.com");
  await sheet.getByLabel("Your password", { exact: true }).fill("not my password");
  await sheet.getByRole("button", { name: "Change email" }).click();
  await expect(sheet.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await sheet.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await sheet.getByRole("button", { name: "Change email" }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText("alex.rivera@example.com").first()).toBeVisible();
  await expect(page.getByText("Not confirmed")).toBeVisible();
  await page.goto(await letterTo(page, stack, "alex.rivera@example.com", "/verify-email"));
  await expect(page.getByRole("heading", { name: "Your email is confirmed" })).toBeVisible();
});

test("a link to confirm an email that does not hold says so", async ({ page }) => {
  await page.goto("/verify-email#nothing-that-holds");
  await expect(
    page.getByRole("heading", { name: "This link does not hold any more" }),
  ).toBeVisible();
  await expectAccessible(page);
});

test("a password is changed, and other devices are signed out", async ({
  page,
  browser,
  stack,
  family,
}) => {
  const other = await otherBrowser(browser, stack, page);
  await signIn(other, EMAIL);
  await expect(other.getByRole("heading", { name: family.name })).toBeVisible();
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out all other devices" }).click();
  await page.getByRole("button", { name: "Yes, sign them out" }).click();
  await expect(page.getByText("All other devices are signed out.")).toBeVisible();
  await other.goto("/settings");
  await expect(other.getByRole("heading", { name: "Welcome back" })).toBeVisible();

  await page.getByRole("button", { name: "Change password" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Your password now").fill(PASSWORD);
  await sheet.getByLabel("New password", { exact: true }).fill(NEW_PASSWORD);
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed, and all")).toBeVisible();
  // The session here goes on.
  await page.reload();
  await expect(page.getByText("This device, now")).toBeVisible();
  await signIn(other, EMAIL, NEW_PASSWORD);
  await expect(other.getByRole("heading", { name: family.name })).toBeVisible();
});

test("a second step is set up, asked for, and taken away", async ({
  page,
  browser,
  stack,
  family,
}) => {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Set up" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await sheet.getByRole("button", { name: "Continue" }).click();
  await expect(sheet.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await expectAccessible(page);
  const secret = await sheet.getByLabel("Or type this into the app").inputValue();
  await sheet.getByLabel("Code that the app shows").fill("000000");
  await sheet.getByRole("button", { name: "Switch on" }).click();
  await expect(sheet.getByText("This is not the code that the app shows now.")).toBeVisible();
  await sheet.getByLabel("Code that the app shows").fill(codeOf(secret));
  await sheet.getByRole("button", { name: "Switch on" }).click();
  await expect(sheet.getByText("The second step is on.")).toBeVisible();
  const recovery = (await sheet.getByRole("listitem").first().textContent()) ?? "";
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByRole("button", { name: "Switch off" })).toBeVisible();

  const other = await otherBrowser(browser, stack, page);
  await signIn(other, EMAIL);
  await expect(other.getByLabel("Code", { exact: true })).toBeFocused();
  await expectAccessible(other);
  await other.getByLabel("Code", { exact: true }).fill("wrong-code");
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("alert")).toContainText("This code is not right");
  await other.getByLabel("Code", { exact: true }).fill(recovery);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("heading", { name: family.name })).toBeVisible();

  await page.getByRole("button", { name: "Switch off" }).click();
  await sheet.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await sheet.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByRole("button", { name: "Set up" })).toBeVisible();
});

test("an account is deleted, once its family is in other hands", async ({
  page,
  browser,
  stack,
  family,
}) => {
  expect(family.name).not.toBe("");
  const sam = await otherBrowser(browser, stack, page);
  await sam.goto("/sign-up");
  await signUp(sam, "Sam", "sam@example.com");
  await sam.getByLabel("Name of your family").fill("Sam's");
  await sam.getByRole("button", { name: "Continue" }).click();
  await expect(sam.getByRole("heading", { name: "Who is your first child?" })).toBeVisible();
  await sam.goto("/settings");
  await sam.getByRole("button", { name: "Delete your account …" }).click();
  await expect(sam.getByText("You are the only owner of a family.")).toBeVisible();
  await expectAccessible(sam);
  await sam.getByRole("link", { name: "Go to Sam's" }).click();
  await sam.getByRole("button", { name: "Delete the family …" }).click();
  await sam.getByLabel("Type “Sam's” to go on").fill("Sam's");
  await sam.getByRole("button", { name: "Delete the family and its record" }).click();
  await expect(sam.getByRole("heading", { name: /^Hello Sam/ })).toBeVisible();
  await sam.goto("/settings");
  await sam.getByRole("button", { name: "Delete your account …" }).click();
  await sam.getByRole("dialog").getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await sam.getByRole("button", { name: "Delete my account" }).click();
  await expect(sam.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
  await expectAccessible(sam);
  await signIn(sam, "sam@example.com");
  await expect(sam.getByRole("alert")).toContainText("do not belong together");

  await page.goto("/settings");
  await expect(page.getByText("You are an admin, and an installation keeps one.")).toBeVisible();
});

/** The code of an authenticator app at this moment (RFC 6238, six digits in steps of 30 seconds). */
function codeOf(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(secret.replaceAll(/[\s=]/g, "").toUpperCase())
    .map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from(
    Array.from({ length: Math.floor(bits.length / 8) }, (_, byte) =>
      parseInt(bits.slice(byte * 8, byte * 8 + 8), 2),
    ),
  );
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac("sha1", key).update(step).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}
