import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { Api, signIn } from "./people";

const born = "2023-01-31";
// There is no such day in most years, so a shift by a day would be seen at once.
const day = "2024-02-29";

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Save( visit)?$/ }).click();
}

for (const timezoneId of ["America/Los_Angeles", "UTC", "Pacific/Kiritimati"]) {
  test(`what is entered for a day stays on that day in ${timezoneId}`, async ({
    browser,
    stack,
    viewport,
  }) => {
    // Many forms, each saved three times.
    test.slow();
    const api = await Api.newFamily(stack, "The Riveras", "alex@example.com");
    const { id } = await api.family();
    const child = await api.call("POST", `/children?family=${id}`, {
      name: "Leo",
      date_of_birth: born,
      sex: "male",
    });
    const context = await browser.newContext({
      baseURL: stack.url,
      viewport,
      timezoneId,
    });
    const there = await context.newPage();
    await signIn(there, "alex@example.com");
    await expect(there.getByRole("heading", { level: 1, name: "The Riveras" })).toBeVisible();
    const at = `/children/${child.id}`;
    const kept = async (kind: string) =>
      (await api.call<{ items: Record<string, unknown>[] }>("GET", `${at}/${kind}`)).items[0];

    // Today is the day where the person is.
    await there.goto(`${at}/growth/new`);
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: timezoneId }).format(new Date());
    await expect(there.getByLabel("Date", { exact: true })).toHaveValue(today);
    await there.getByLabel("Date", { exact: true }).fill(day);
    await there.getByLabel("Weight", { exact: true }).fill("12.50");
    await save(there);
    for (let saved = 0; saved < 2; saved += 1) {
      await expect(there.getByRole("row", { name: new RegExp(day) })).toContainText("12.5 kg");
      await there.getByRole("link", { name: `${day}, change this measurement` }).click();
      await expect(there.getByLabel("Date", { exact: true })).toHaveValue(day);
      await expect(there.getByLabel("Weight", { exact: true })).toHaveValue("12.5");
      await save(there);
      await expect(there.getByRole("dialog")).toBeHidden();
    }
    expect(await kept("measurements")).toMatchObject({ date: day });

    await there.goto(`${at}/visits/new`);
    await there.getByLabel("Date", { exact: true }).fill(day);
    await there.getByLabel("Time").fill("23:30");
    await there.getByLabel("Place").fill("Clinic North");
    await save(there);
    for (let saved = 0; saved < 2; saved += 1) {
      await expect(there.getByText(new RegExp(`${day}, 23:30`))).toBeVisible();
      await there.getByRole("link", { name: "Change" }).click();
      await expect(there.getByLabel("Date", { exact: true })).toHaveValue(day);
      await expect(there.getByLabel("Time")).toHaveValue("23:30");
      await save(there);
    }
    await expect(there.getByText(new RegExp(`${day}, 23:30`))).toBeVisible();
    expect(await kept("visits")).toMatchObject({ date: day, time: "23:30" });

    await there.goto(`${at}/illnesses/new`);
    await there.getByRole("button", { name: "Cold", exact: true }).click();
    await there.getByLabel("First day").fill(day);
    await there.getByText("Still ill").click();
    await there.getByLabel("Last day").fill("2024-03-01");
    await save(there);
    await expect(there.getByText("Leo · 2 days")).toBeVisible();
    await there.getByRole("link", { name: "Change" }).click();
    await expect(there.getByLabel("First day")).toHaveValue(day);
    await expect(there.getByLabel("Last day")).toHaveValue("2024-03-01");
    await save(there);
    await expect(there.getByText("Leo · 2 days")).toBeVisible();
    expect(await kept("illnesses")).toMatchObject({ started_on: day, ended_on: "2024-03-01" });

    // Everything on one page, and the birthday on the last of a month.
    await there.goto(at);
    await expect(there.getByText(`born ${born}`)).toBeVisible();
    await expect(there.getByText(day, { exact: true })).toHaveCount(3);
    await context.close();
  });
}

test("an hour that the clocks skip or repeat is kept as it was typed", async ({
  browser,
  stack,
  viewport,
}) => {
  test.slow();
  const api = await Api.newFamily(stack, "The Riveras", "alex@example.com");
  const { id } = await api.family();
  const child = await api.call("POST", `/children?family=${id}`, {
    name: "Leo",
    date_of_birth: born,
    sex: "male",
  });
  const illness = await api.call("POST", `/children/${child.id}/illnesses`, {
    types: ["fever"],
    started_on: "2026-03-27",
    ended_on: "2026-03-31",
  });
  const context = await browser.newContext({
    baseURL: stack.url,
    viewport,
    timezoneId: "Europe/Berlin",
  });
  const there = await context.newPage();
  await signIn(there, "alex@example.com");
  await expect(there.getByRole("heading", { level: 1, name: "The Riveras" })).toBeVisible();
  // At two in the night of 29 March it was three at once.
  for (const [date, time] of [
    ["2026-03-28", "23:45"],
    ["2026-03-29", "01:59"],
    ["2026-03-29", "03:00"],
    ["2026-03-30", "00:05"],
  ] as const) {
    await there.goto(`/children/${child.id}/temperature?illness=${illness.id}`);
    await there.getByLabel("Temperature", { exact: true }).fill("38.5");
    await there.getByLabel("Day").fill(date);
    await there.getByLabel("Time").fill(time);
    await save(there);
    await expect(there.getByRole("cell", { name: `${date}, ${time}` })).toBeVisible();
  }
  const { temperatures } = await api.call<{ temperatures: { at: string }[] }>(
    "GET",
    `/children/${child.id}/illnesses/${illness.id}`,
  );
  expect(temperatures.map(({ at }) => at.replace(".000", "")).sort()).toEqual([
    "2026-03-28T22:45:00Z",
    "2026-03-29T00:59:00Z",
    "2026-03-29T01:00:00Z",
    "2026-03-29T22:05:00Z",
  ]);
  await context.close();
});
