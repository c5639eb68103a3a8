import { expect, expectAccessible, test } from "./fixtures";
import { Api, otherBrowser, signUp } from "./people";

test.slow();

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

test("what one parent saves appears on the other's open page, and no form changes", async ({
  page,
  stack,
  family,
  browser,
}) => {
  await family.addChild(leo);
  const api = await Api.as(stack, "alex@example.com");
  const { id, child } = await api.family();
  const childId = child("Leo");
  const { token } = await api.call<{ token: string }>("POST", `/families/${id}/invites`, {
    role: "parent",
  });
  const sam = await otherBrowser(browser, stack, page);
  await sam.goto(`/invite#${token}`);
  await sam.getByRole("link", { name: "Create an account and join" }).click();
  await signUp(sam, "Sam Rivera", "sam@example.com");
  await sam.getByRole("button", { name: "Join The Riveras" }).click();
  await expect(sam.getByRole("heading", { name: family.name })).toBeVisible();
  const marks: string[] = [];
  sam.on("request", (request) => {
    if (request.url().endsWith("/changes")) {
      marks.push(request.headers()["if-none-match"] ?? "");
    }
  });

  // Two parents, two browsers: one enters, the other only looks on.
  await page.goto(`/children/${childId}/illnesses/new`);
  await page.getByRole("button", { name: "Croup" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Croup" })).toBeVisible();
  await expect(sam.getByText("Croup").first()).toBeVisible({ timeout: 10_000 });
  // Once a state is known, it is named.
  await expect.poll(() => marks.some((mark) => mark !== ""), { timeout: 20_000 }).toBe(true);
  await expectAccessible(sam);

  // A form that is open keeps what is typed, and learns of the newer version when it is saved.
  const path = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByText("Days missed, notes, tags").click();
  await page.getByLabel("Notes").fill("Steam helps");
  await sam.goto(`${path}/edit`);
  await sam.getByText("Days missed, notes, tags").click();
  await sam.getByLabel("Notes").fill("Cold air helps");
  const heard = page.waitForResponse(
    (response) => response.url().endsWith(path.replace("/children", "/api/children")),
    { timeout: 20_000 },
  );
  await sam.getByRole("button", { name: "Save", exact: true }).click();
  await expect(sam.getByRole("heading", { level: 1, name: "Croup" })).toBeVisible();
  await expect(sam.getByText("Cold air helps")).toBeVisible();
  await heard;
  await expect(page.getByLabel("Notes")).toHaveValue("Steam helps");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Somebody changed this meanwhile")).toBeVisible();
  await expect(page.getByRole("cell", { name: "Cold air helps" })).toBeVisible();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Croup" })).toBeVisible();
  await expect(page.getByText("Steam helps")).toBeVisible();
  await expect(sam.getByText("Steam helps")).toBeVisible({ timeout: 10_000 });
});

test("without a connection, what was loaded stays, and comes back to life with it", async ({
  page,
  context,
  family,
  stack,
}) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("link", { name: /^Leo/ })).toBeVisible();
  const api = await Api.as(stack, "alex@example.com");
  const child = (await api.family()).child("Leo");
  await context.setOffline(true);
  await expect(page.getByText("No connection. You see what was loaded before")).toBeVisible();
  await page.getByRole("link", { name: /^Leo/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Leo" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("link", { name: /^Leo/ })).toBeVisible();
  await api.call("POST", `/children/${child}/illnesses`, {
    types: ["croup"],
    started_on: "2026-01-10",
  });
  await context.setOffline(false);
  await expect(page.getByText("No connection. You see what was loaded before")).toBeHidden();
  await expect(page.getByText("Croup").first()).toBeVisible({ timeout: 10_000 });
});

test("a part of the app that does not arrive offers to reload", async ({ page, family }) => {
  await family.addChild(leo);
  await page.route("**/assets/trash-*.js", (route) => route.fulfill({ status: 404 }));
  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("link", { name: "Trash" }).click();
  await expect(
    page.getByRole("heading", { name: "This part of the app could not be loaded" }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/assets/trash-*.js");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Trash" })).toBeVisible();
});
