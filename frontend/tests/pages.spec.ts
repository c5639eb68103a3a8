import { expect, expectAccessible, test } from "./fixtures";

test("signing in and up can be read by everybody", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Welcome back" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Please type your email.")).toBeVisible();
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
  await expectAccessible(page);
});

test("a wrong password says so and keeps what was typed", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill("nobody@example.com");
  await page.getByLabel("Password", { exact: true }).fill("wrong password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("do not belong together");
  await expect(page.getByLabel("Email")).toHaveValue("nobody@example.com");
});

test("the first steps lead to an empty home that says what to do", async ({ page, family }) => {
  await expect(page.getByRole("heading", { name: "Who is your first child?" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: family.name })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Who is this record for?" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Add your first child" }).click();
  await expect(page.getByRole("heading", { name: "Add a child" })).toBeVisible();
});

test("home shows the child, and its growth waits for a first point", async ({ page, family }) => {
  await family.addChild({ name: "Leo", born: "2025-02-10", sex: "Boy" });
  await expect(page.getByText("The chart is waiting for its first point")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Home" }).click();
  await expect(page.getByRole("link", { name: "Add measurement for Leo" })).toBeVisible();
  await expectAccessible(page);
});

test("the details of a child are changed without losing any", async ({ page, family }) => {
  await family.addChild({ name: "Leo", born: "2025-02-10", sex: "Boy" });
  await page.getByRole("link", { name: "Details" }).click();
  await page.getByText("Size at birth").click();
  await page.getByLabel("Birth weight", { exact: true }).fill("3.35");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Saved.");
  await page.reload();
  await expect(page.getByLabel("Birth weight", { exact: true })).toHaveValue("3.35");
  await expect(page.getByLabel("Date of birth")).toHaveValue("2025-02-10");
  await expectAccessible(page);
});

test("settings are kept: dates, colours, and where one is signed in", async ({ page, family }) => {
  await family.addChild({ name: "Leo", born: "2025-02-10", sex: "Boy" });
  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByText("This device, now")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Dates").selectOption("Mar 21, 2026");
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await expect(page.getByLabel("Dates")).toHaveValue("mdy");
  await page.getByRole("link", { name: "Trajectory, to the start" }).click();
  await page.getByRole("link", { name: /^Leo/ }).click();
  await expect(page.getByText("born Feb 10, 2025")).toBeVisible();
});

test("signing out ends the session in every tab", async ({ page, context, family }) => {
  await family.addChild({ name: "Leo", born: "2025-02-10", sex: "Boy" });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("heading", { level: 1, name: "Leo" })).toBeVisible();
  await other.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await other.getByRole("button", { name: "Sign out" }).click();
  for (const each of [other, page]) {
    await expect(each.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  }
  await page.goto("/settings");
  await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
});

test("an expired token is renewed once for all tabs", async ({ page, context, family }) => {
  await family.addChild({ name: "Leo", born: "2025-02-10", sex: "Boy" });
  const other = await context.newPage();
  const call = other.waitForRequest(/\/api\/children\/.*\/growth/);
  await other.goto(page.url());
  // The second tab has renewed at its start, and has passed the token on to the first.
  const expired = await (await call).headerValue("authorization");
  let refused = 0;
  let refreshes = 0;
  await context.route("**/api/**", async (route) => {
    if (route.request().url().endsWith("/api/auth/refresh")) {
      refreshes += 1;
    } else if ((await route.request().headerValue("authorization")) === expired) {
      refused += 1;
      await route.fulfill({
        status: 401,
        json: { error: "The access token has expired.", code: "token_expired", details: {} },
      });
      return;
    }
    await route.continue();
  });
  const tabs = [page, other];
  for (const tab of tabs) {
    await tab.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  }
  await Promise.all(tabs.map((tab) => tab.getByRole("link", { name: "Settings" }).click()));
  for (const tab of tabs) {
    await expect(tab.getByText("This device, now")).toBeVisible();
  }
  expect(refused).toBeGreaterThan(0);
  expect(refreshes).toBe(1);
});

test("what is not there says so, and leads home", async ({ page, family }) => {
  await page.goto("/nothing/here");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Go home" }).click();
  await expect(page.getByRole("heading", { name: family.name })).toBeVisible();
});
