import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { Api, otherBrowser, signUp } from "./people";
import { zipOf } from "./zip";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;
const ownData = '{"format":"trajectory","version":';

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("Files", { exact: true }).setInputFiles({ name, mimeType: "", buffer });
  await expect(page.getByText(name)).toBeVisible();
}

async function exported(page: Page): Promise<Buffer> {
  await page.goto("/family");
  await page.getByRole("link", { name: "Export", exact: true }).click();
  await page.getByRole("button", { name: "Make the ZIP" }).click();
  const row = page.getByRole("list", { name: "Your exports" }).getByRole("listitem").first();
  await expect(row.getByText("Done")).toBeVisible({ timeout: 20_000 });
  const download = page.waitForEvent("download");
  await row.getByRole("button", { name: "Download" }).click();
  return readFile(await (await download).path());
}

test("a family is exported and imported into another one, and the import is undone", async ({
  page,
  browser,
  stack,
  family,
}) => {
  // Two people and every page of the way there and back.
  test.slow();
  await family.addChild(leo);
  const alex = await Api.as(stack, "alex@example.com");
  const child = (await alex.family()).child("Leo");
  await alex.call("POST", `/children/${child}/measurements`, {
    date: "2025-11-11",
    weight: { value: 8.0229, unit: "kg" },
  });
  const zip = await exported(page);
  await expectAccessible(page);

  const sam = await otherBrowser(browser, stack, page);
  await sam.goto("/sign-up");
  await signUp(sam, "Sam Otter", "sam@example.com");
  await sam.getByLabel("Name of your family").fill("The Otters");
  await sam.getByRole("button", { name: "Continue" }).click();
  await expect(sam.getByLabel("Name", { exact: true })).toBeVisible();
  await sam.goto("/settings");
  await sam.getByRole("link", { name: "Import into The Otters" }).click();
  await expect(sam.getByText("None in the last week.")).toBeVisible();
  await choose(sam, "trajectory.zip", zip);
  await expectAccessible(sam);
  await sam.getByRole("button", { name: "Send it and look inside" }).click();

  await expect(sam.getByRole("heading", { name: "What the file holds" })).toBeVisible({
    timeout: 20_000,
  });
  await expect(sam.getByRole("term").filter({ hasText: "Measurements" })).toBeVisible();
  await expect(sam.getByText("New here")).toBeVisible();
  await expectAccessible(sam);
  await sam.getByRole("switch", { name: "Import Leo" }).press("Space");
  await expect(sam.getByText("Please choose at least one child.")).toBeVisible();
  await sam.getByRole("switch", { name: "Import Leo" }).press("Space");
  await sam.getByRole("button", { name: "Add it to the record" }).click();
  await expect(sam.getByRole("heading", { name: "It is in the record" })).toBeVisible({
    timeout: 20_000,
  });
  await expectAccessible(sam);
  await sam.getByRole("link", { name: "See the record" }).click();
  await sam.getByRole("link", { name: /^Leo/ }).click();
  await expect(sam.getByText("8.0229 kg").first()).toBeVisible();

  await sam.goto("/family/import");
  await expect(sam.getByText("2 added")).toBeVisible();
  await sam.getByRole("link", { name: "Trajectory export" }).click();
  await sam.getByRole("button", { name: "Undo this import …" }).click();
  await sam.getByRole("button", { name: "Undo it" }).click();
  await expect(sam.getByRole("heading", { name: "It is undone" })).toBeVisible({ timeout: 20_000 });
  await sam.goto("/");
  await expect(sam.getByRole("link", { name: /^Leo/ })).toBeHidden();
  await sam.context().close();
});

test("a table is imported as its columns are mapped, with what is wrong by row", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await page.goto("/family/import");
  const table =
    "Datum;Gewicht (kg);Notiz\r\n11.11.2025;8,0229;from the yellow book\r\n31.02.2025;8;\r\n";
  await choose(page, "weights.csv", Buffer.from(table));
  await expect(page.getByLabel("What stands in a row")).toHaveValue("measurement");
  await expect(page.getByLabel("How dates are written")).toHaveValue("day_month_year");
  await expect(page.getByLabel("What the column Datum is")).toHaveValue("date");
  await expect(page.getByLabel("What the column Gewicht (kg) is")).toHaveValue("weight");
  await expect(page.getByLabel("Unit of the column Gewicht (kg)")).toHaveValue("kg");
  await page.getByLabel("What the column Datum is").selectOption("");
  await expect(page.getByText("Say which column is the date.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send it and look inside" })).toBeDisabled();
  await page.getByLabel("What the column Datum is").selectOption("date");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send it and look inside" }).click();

  await expect(page.getByText("All rows go to the record of Leo.")).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole("list", { name: "Worth a look" })).toContainText("Row 3 · Date");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add it to the record" }).click();
  await expect(page.getByRole("heading", { name: "It is in the record" })).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole("link", { name: "See the record" }).click();
  await page.getByRole("link", { name: /^Leo/ }).click();
  await expect(page.getByText("8.0229 kg").first()).toBeVisible();
});

for (const { what, file, title } of [
  {
    what: "cut off",
    file: zipOf({ "data.json": `${ownData}1}` }).subarray(0, 60),
    title: "This ZIP is not whole",
  },
  {
    what: "a bomb",
    file: zipOf({ "data.json": Buffer.alloc(40 * 1024 * 1024, " ") }),
    title: "Unpacked, this file is far too large",
  },
  {
    what: "of another version",
    file: zipOf({ "data.json": `${ownData}2}` }),
    title: "This export is of another version",
  },
]) {
  test(`a ZIP that is ${what} says so, and nothing is added`, async ({ page, family }) => {
    expect(family.name).toBe("The Riveras");
    await expect(page.getByLabel("Name", { exact: true })).toBeVisible();
    await page.goto("/family/import");
    await choose(page, "record.zip", file);
    await page.getByText("Trajectory export").click();
    await page.getByRole("button", { name: "Send it and look inside" }).click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
    await page.getByRole("link", { name: "Choose another file" }).click();
    await expect(page.getByText("Stopped by a problem")).toBeVisible();
  });
}

test("the export of an earlier record is recognised, and its days stay the same", async ({
  page,
  family,
}) => {
  expect(family.name).toBe("The Riveras");
  await expect(page.getByLabel("Name", { exact: true })).toBeVisible();
  const data = {
    people: [{ id: 3, name: "Emil", date_of_birth: "2025-02-09T23:00:00.000Z", gender: "male" }],
    visits: [{ id: 8, child_id: 3, visit_date: "not a date", visit_type: "wellness" }],
    measurements: [
      { id: 1, person_id: 3, measurement_date: "2025-11-10T23:00:00.000Z", weight_value: "18.5" },
    ],
  };
  await page.goto("/family/import");
  await choose(page, "backup.zip", zipOf({ "export/data.json": JSON.stringify(data) }));
  await expect(page.getByRole("radio", { name: "Earlier record" })).toBeChecked();
  await page.getByRole("button", { name: "Send it and look inside" }).click();
  await expect(page.getByText("time zone UTC+1:00")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("list", { name: "Worth a look" })).toContainText("Visit 1 · Date");
  await page.getByRole("button", { name: "Do not import it" }).click();
  await expect(page.getByRole("heading", { name: "Nothing was added" })).toBeVisible();
});

test("an upload that breaks off is taken up again on its page", async ({ page, family }) => {
  await family.addChild(leo);
  await page.goto("/family/import");
  const zip = zipOf({ "data.json": `${ownData}1,"children":[]}` });
  await page.route(/\/t\//, (route) => route.fulfill({ status: 503 }));
  await choose(page, "record.zip", zip);
  await page.getByRole("button", { name: "Send it and look inside" }).click();
  await expect(page.getByRole("alert")).toContainText("The file did not arrive.");
  await page.unroute(/\/t\//);
  await page.getByRole("link", { name: "Trajectory export" }).click();
  await expect(page.getByText("The file has not arrived.")).toBeVisible();
  await expectAccessible(page);
  const input = page.getByLabel("Files", { exact: true });
  await input.setInputFiles({ name: "x.zip", mimeType: "", buffer: Buffer.from("other") });
  await expect(page.getByText("That is another file: its size differs.")).toBeVisible();
  await input.setInputFiles({ name: "record.zip", mimeType: "", buffer: zip });
  await expect(page.getByText("No record that can be read.")).toBeVisible({ timeout: 20_000 });
});

test("a viewer exports what they see, and is told why they cannot import", async ({
  page,
  browser,
  stack,
  family,
}) => {
  await family.addChild(leo);
  const alex = await Api.as(stack, "alex@example.com");
  const { id } = await alex.family();
  const invite = await alex.call<{ token: string }>("POST", `/families/${id}/invites`, {
    role: "viewer",
  });
  const sam = await otherBrowser(browser, stack, page);
  await sam.goto("/sign-up");
  await signUp(sam, "Sam Rivera", "sam@example.com");
  await expect(sam.getByLabel("Name of your family")).toBeVisible();
  await (
    await Api.as(stack, "sam@example.com")
  ).call("POST", "/invites/accept", {
    token: invite.token,
  });
  await sam.goto("/family/import");
  await expect(sam.getByText("You can look at this family, but not add to it.")).toBeVisible();
  await expectAccessible(sam);
  expect((await exported(sam)).length).toBeGreaterThan(1000);
  await sam.context().close();
});
