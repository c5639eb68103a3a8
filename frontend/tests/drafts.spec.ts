import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { Api, otherBrowser, signIn, signUp } from "./people";

// Several pages in each test, most of them looked at by axe in both colour schemes.
test.slow();

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;
const restored = "Restored what you had entered.";

async function drafts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith("trajectory-draft:")),
  );
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
}

/** Ends all sessions of Alex from elsewhere; the page finds out at its next call. */
async function endSession(api: Api, page: Page): Promise<void> {
  await api.call("DELETE", "/auth/sessions");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your session has ended. Please sign in again.")).toBeVisible();
}

test("what was typed survives a reload, and can be discarded", async ({ page, family }) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Add measurement" }).first().click();
  await page.getByLabel("Weight", { exact: true }).fill("9.4");
  await page.reload();
  await expect(page.getByRole("status").filter({ hasText: restored })).toBeVisible();
  await expect(page.getByLabel("Weight", { exact: true })).toHaveValue("9.4");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByLabel("Weight", { exact: true })).toHaveValue("");
  await expect(page.getByText(restored)).toBeHidden();
  expect(await drafts(page)).toEqual([]);

  await page.getByLabel("Weight", { exact: true }).fill("9.6");
  await page.reload();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await drafts(page)).toEqual([]);
  await page.getByRole("link", { name: "Add measurement" }).first().click();
  await expect(page.getByLabel("Weight", { exact: true })).toHaveValue("");
});

test("every form keeps its own draft, and a saved one leaves none", async ({ page, family }) => {
  await family.addChild(leo);
  const child = new URL(page.url()).pathname.split("/")[2] ?? "";
  const forms = [
    { path: "visits/new", label: "Title" },
    { path: "illnesses/new", label: "Notes", fold: "Days missed, notes, tags" },
    { path: "temperature", label: "Temperature", value: "38.7" },
    { path: "medicine", label: "Medicine" },
    { path: "events/new?type=vaccine", label: "Lot number" },
    { path: "events/new?type=allergy", label: "Allergic to what?" },
    { path: "details", label: "Name" },
  ];
  for (const { path, label, fold, value = `typed at ${path}` } of forms) {
    await page.goto(`/children/${child}/${path}`);
    if (fold !== undefined) {
      await page.getByText(fold).click();
    }
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  expect(await drafts(page)).toHaveLength(forms.length);
  for (const { path, label, value = `typed at ${path}` } of forms) {
    await page.goto(`/children/${child}/${path}`);
    await expect(page.getByText(restored)).toBeVisible();
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
  }
  await page.goto(`/children/${child}/temperature`);
  await page.getByRole("button", { name: "Save and add another" }).click();
  await expect(page.getByText("38.7 °C is saved. Here is the next one.")).toBeVisible();
  await expect(page.getByText(restored)).toBeHidden();
  await page.goto(`/children/${child}/medicine`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("typed at medicine").first()).toBeVisible();
  await page.goto(`/children/${child}/visits/new`);
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(await drafts(page)).toHaveLength(forms.length - 3);
});

test("an ended session leads back to the form with what was typed", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild(leo);
  const api = await Api.as(stack, "alex@example.com");
  await page.getByRole("link", { name: "Illnesses", exact: true }).click();
  await page.getByRole("link", { name: "Add illness" }).click();
  await page.getByRole("button", { name: "Ear infection" }).click();
  await page.getByPlaceholder("Another symptom").fill("Pulls the ear");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await endSession(api, page);
  await page.getByLabel("Email").fill("alex@example.com");
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Add illness" })).toBeVisible();
  await expect(page.getByText(restored)).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ear infection" })).toBeVisible();
  await expect(page.getByText("Pulls the ear")).toBeVisible();
  expect(await drafts(page)).toEqual([]);
});

test("a draft is never shown to somebody else, who erases it by signing in", async ({
  page,
  stack,
  family,
  browser,
}) => {
  await family.addChild(leo);
  const sam = await otherBrowser(browser, stack, page);
  await sam.goto("/sign-up");
  await signUp(sam, "Sam Rivera", "sam@example.com");
  await expect(sam.getByLabel("Name of your family")).toBeVisible();
  const api = await Api.as(stack, "alex@example.com");
  await page.getByRole("link", { name: "Add measurement" }).first().click();
  await page.getByLabel("Weight", { exact: true }).fill("9.4");
  await endSession(api, page);
  expect(await drafts(page)).toHaveLength(1);
  await page.getByLabel("Email").fill("sam@example.com");
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Name of your family")).toBeVisible();
  expect(await drafts(page)).toEqual([]);
});

test("without a network nothing typed is lost, and saving is tried again", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Add measurement" }).first().click();
  await page.getByLabel("Weight", { exact: true }).fill("9.4");
  // The first answer is lost on its way, after the server has saved.
  await page.route("**/measurements?**", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.route("**/changes", (route) => route.abort());
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("There is no connection right now.")).toBeVisible();
  await expect(page.getByText("No connection. You see what was loaded before")).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText(restored)).toBeVisible();
  await page.unroute("**/measurements?**");
  await page.unroute("**/changes");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(await drafts(page)).toEqual([]);
  const api = await Api.as(stack, "alex@example.com");
  const child = (await api.family()).child("Leo");
  const { items } = await api.call<{ items: unknown[] }>("GET", `/children/${child}/measurements`);
  expect(items).toHaveLength(1);
});

test("Try again sends what stands in the form", async ({ page, context, family }) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Illnesses", exact: true }).click();
  await page.getByRole("link", { name: "Add illness" }).click();
  await page.getByRole("button", { name: "Croup" }).click();
  await context.setOffline(true);
  await expect(page.getByText("No connection. You see what was loaded before")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("There is no connection right now.")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("No connection. You see what was loaded before")).toBeHidden();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Croup" })).toBeVisible();
});

test("signing out asks about what is not saved, and then erases it", async ({ page, family }) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Add measurement" }).first().click();
  await page.getByLabel("Weight", { exact: true }).fill("9.4");
  await page.keyboard.press("Escape");
  await signOut(page);
  const dialog = page.getByRole("dialog", { name: "Save or discard?" });
  await expect(dialog.getByRole("link", { name: /Measurement · Leo/ })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Stay signed in" }).click();
  await expect(dialog).toBeHidden();
  await signOut(page);
  await dialog.getByRole("link", { name: /Measurement · Leo/ }).click();
  await expect(page.getByLabel("Weight", { exact: true })).toHaveValue("9.4");
  await page.keyboard.press("Escape");
  await signOut(page);
  await dialog.getByRole("button", { name: "Discard and sign out" }).click();
  await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  expect(await drafts(page)).toEqual([]);
  await signIn(page, "alex@example.com");
  await page.getByRole("link", { name: "Add measurement for Leo" }).click();
  await expect(page.getByLabel("Weight", { exact: true })).toHaveValue("");
});

test("a draft over an older version shows both, and loses neither", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild(leo);
  const api = await Api.as(stack, "alex@example.com");
  const child = (await api.family()).child("Leo");
  const illness = await api.call("POST", `/children/${child}/illnesses`, {
    types: ["cold"],
    started_on: "2026-01-10",
    notes: "Runny nose",
  });
  const path = `/children/${child}/illnesses/${illness.id}`;
  await page.goto(`${path}/edit`);
  await page.getByLabel("Notes").fill("Runny nose and a cough");
  await api.call(
    "PUT",
    path,
    { types: ["cold"], started_on: "2026-01-09", notes: "Runny nose" },
    illness,
  );
  await page.reload();
  await expect(page.getByText(restored)).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Somebody changed this meanwhile")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Runny nose and a cough" })).toBeVisible();
  await page.getByRole("button", { name: "Use the saved one" }).click();
  await expect(page.getByLabel("Notes")).toHaveValue("Runny nose");
  await expect(page.getByText(restored)).toBeHidden();
  expect(await drafts(page)).toEqual([]);
});
