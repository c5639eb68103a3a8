import { expect, test } from "./fixtures";
import { Api, PASSWORD } from "./people";

test("a whole visit of the app by the keyboard alone", async ({ page, stack }) => {
  test.slow();
  const api = await Api.newFamily(stack, "The Riveras", "alex@example.com");
  const { id } = await api.family();
  await api.call("POST", `/children?family=${id}`, {
    name: "Leo",
    date_of_birth: "2025-02-10",
    sex: "male",
  });
  const { keyboard } = page;
  const stepTo = async (name: string | RegExp, role: "link" | "button") => {
    const target = page.getByRole(role, { name, exact: typeof name === "string" }).first();
    await target.waitFor();
    for (let steps = 0; steps < 60; steps += 1) {
      await keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) {
        return;
      }
    }
    throw new Error(`The keyboard does not come to ${String(name)}.`);
  };

  await page.goto("/sign-in");
  await page.getByLabel("Email").focus();
  await keyboard.type("alex@example.com");
  await keyboard.press("Tab");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 1, name: "The Riveras" });
  await expect(heading).toBeVisible();

  // `n` adds from anywhere, and the dialog takes the focus and gives it back.
  await keyboard.press("n");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await stepTo("Measurement", "link");
  await keyboard.press("Enter");
  await expect(page.getByLabel("Weight", { exact: true })).toBeVisible();
  await page.getByLabel("Weight", { exact: true }).focus();
  await keyboard.type("8.2");
  await keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Weight (?!for)/ })).toContainText("8.2 kg");

  await expect(page.getByRole("dialog")).toBeHidden();

  // `?` helps, `Esc` closes.
  await keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();

  // A page begins with its heading, or with the field that everybody fills first.
  await stepTo("Visits", "link");
  await keyboard.press("Enter");
  await stepTo("Add visit", "link");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Visit of Leo" })).toBeFocused();
  await expect(page).toHaveTitle(/Trajectory$/);
  await page
    .getByRole("button", { name: "Cancel" })
    .or(page.getByRole("link", { name: "Cancel" }))
    .focus();
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Leo" })).toBeVisible();
  await page.getByRole("heading", { level: 1 }).focus();
  await keyboard.press("/");
  await expect(page.getByLabel("Words")).toBeFocused();
  // In a field the keys are letters.
  await keyboard.type("/n?");
  await expect(page.getByLabel("Words")).toHaveValue("/n?");
  await expect(page.getByRole("dialog")).toBeHidden();

  // The first stop of every page leads past the menu.
  await page.reload();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await stepTo("Skip to the content", "link");
  await keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});

test("nothing moves for somebody who asks for less motion", async ({ browser, stack }) => {
  const context = await browser.newContext({ baseURL: stack.url, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
        const longest = Math.max(...transitionDuration.split(",").map(parseFloat));
        return longest > 0.01 || (animationName !== "none" && parseFloat(animationDuration) > 0.01);
      })
      .map(({ className }) => className),
  );
  expect(moving).toEqual([]);
  await context.close();
});
