import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

/** A date some days from now, where the browser is. */
function inDays(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(date);
}

async function openNew(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Visits", exact: true }).first().click();
  await page.getByRole("link", { name: "Add visit" }).click();
  await expect(page.getByRole("heading", { name: "Visit of Leo" })).toBeVisible();
}

async function saveVisit(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Save (visit|appointment)$/ }).click();
  await expect(page.getByRole("link", { name: "Visits of Leo" })).toBeVisible();
}

test("a check-up is saved with what was found there, in one go, and shown on both sides", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await openNew(page);
  await page.getByLabel("Date", { exact: true }).fill("2025-11-11");
  await page.getByLabel("Time").fill("09:30");
  await page.getByLabel("Place").fill("Clinic North");
  await page.getByLabel("Doctor").fill("Dr. Kim");
  await page.getByLabel("Outcome").fill("All is well. Back in three months.");
  await page.getByLabel("Weight", { exact: true }).fill("8.0229");
  await page.getByLabel("Length or height").fill("71.12");
  await page.getByRole("button", { name: "Add vaccine" }).click();
  await page.getByLabel("Vaccine", { exact: true }).fill("Chickenpox");
  await page.getByLabel("Which dose").fill("1");
  await page.getByRole("button", { name: "Add vaccine" }).click();
  await page.getByLabel("Vaccine", { exact: true }).last().fill("Something local");
  await page.getByRole("button", { name: "Vital signs" }).click();
  await page.getByLabel("Temperature", { exact: true }).fill("36.8");
  await page.getByLabel("Blood pressure, upper").fill("95");
  await page.getByRole("button", { name: "Save visit" }).click();
  await expect(page.getByText("Blood pressure has two values.")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Blood pressure, lower").fill("60");
  await saveVisit(page);

  await expect(page.getByRole("heading", { level: 1, name: "Check-up" })).toBeVisible();
  await expect(page.getByText("2025-11-11, 09:30")).toBeVisible();
  await expect(page.getByText("Clinic North · Dr. Kim")).toBeVisible();
  await expect(page.getByText("All is well.")).toBeVisible();
  await expect(page.getByText("8.0229 kg")).toBeVisible();
  await expect(page.getByText("95 / 60 mmHg")).toBeVisible();
  await expect(page.getByText("Chickenpox")).toBeVisible();
  await expect(page.getByText("dose 1")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "See in growth" }).click();
  await expect(page.getByRole("button", { name: /^Weight (?!for)/ })).toContainText("8.0229 kg");
});

test("saving a changed visit leaves what was not touched, and parts are removed on purpose", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await openNew(page);
  await page.getByRole("button", { name: "Dentist" }).click();
  await page.getByLabel("Date", { exact: true }).fill("2026-03-02");
  await page.getByRole("switch", { name: "Cleaned" }).click();
  await page.getByLabel("Cavities found").fill("1");
  await page.getByRole("button", { name: "Add procedure" }).click();
  await page.getByLabel("What was done").fill("Polished");
  await page.getByLabel("Tooth", { exact: true }).fill("51");
  await page.getByRole("button", { name: "Measurements" }).click();
  await page.getByLabel("Weight", { exact: true }).fill("12");
  await page.getByRole("button", { name: "Injury" }).last().click();
  await page.getByLabel("What happened").fill("Bitten lip");
  await page.getByLabel("Tags").fill("teeth, school");
  await saveVisit(page);
  await expect(page.getByText("tooth 51")).toBeVisible();

  await page.getByRole("link", { name: "Change", exact: true }).click();
  await expect(page.getByLabel("Cavities found")).toHaveValue("1");
  await expect(page.getByLabel("Weight", { exact: true })).toHaveValue("12");
  await expectAccessible(page);
  await page.getByLabel("Notes").fill("Was brave");
  await page.getByRole("button", { name: "Remove Injury" }).click();
  await saveVisit(page);
  await expect(page.getByText("Was brave")).toBeVisible();
  await expect(page.getByText("tooth 51")).toBeVisible();
  await expect(page.getByText("12 kg")).toBeVisible();
  await expect(page.getByText("school", { exact: true })).toBeVisible();
  await expect(page.getByText("Bitten lip")).toBeHidden();

  // Notes can be cleared again.
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await page.getByLabel("Notes").fill("");
  await saveVisit(page);
  await expect(page.getByText("Was brave")).toBeHidden();
});

test("an appointment goes to a calendar, and becomes a visit with its outcome", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await openNew(page);
  await page.getByLabel("Date", { exact: true }).fill(inDays(5));
  await expect(page.getByText("An appointment")).toBeVisible();
  await expect(page.getByLabel("Outcome")).toBeHidden();
  await page.getByLabel("Title").fill("Second check-up");
  await page.getByLabel("Time").fill("14:15");
  await expectAccessible(page);
  await saveVisit(page);
  await page.getByRole("button", { name: "Add to calendar" }).click();
  await expect(page.getByRole("link", { name: "Google Calendar" })).toHaveAttribute(
    "href",
    /calendar\.google\.com.*T141500/,
  );
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Calendar file (.ics)" }).click();
  expect((await download).suggestedFilename()).toBe("appointment.ics");

  await page.getByRole("link", { name: "Visits of Leo" }).click();
  await expect(page.getByRole("region", { name: "Today and coming up" })).toContainText(
    "Second check-up",
  );

  // A past visit without an outcome asks for it.
  await page.getByRole("link", { name: "Add visit" }).click();
  await page.getByLabel("Date", { exact: true }).fill("2026-01-05");
  await saveVisit(page);
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "What came out of it?" }).fill("Ears are fine");
  await page.getByRole("button", { name: "Add outcome" }).click();
  await expect(page.getByRole("region", { name: "Outcome" })).toContainText("Ears are fine");
});

test("all visits of the family are filtered, searched and paged", async ({ page, family }) => {
  await family.addChild(leo);
  const childId = /chi_[0-9a-f-]+/.exec(page.url())?.[0] ?? "";
  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("link", { name: "Visits" }).first().click();
  await expect(page.getByRole("heading", { name: "No visits so far" })).toBeVisible();
  await expectAccessible(page);

  const list = page.waitForRequest(/\/api\/families\/.*\/visits/);
  await page.reload();
  const authorization = (await (await list).headerValue("authorization")) ?? "";
  for (let day = 1; day <= 30; day += 1) {
    const date = `2026-0${String(1 + Math.floor(day / 10))}-${String(10 + (day % 10))}`;
    const answer = await page.request.post(`/api/children/${childId}/visits`, {
      headers: { authorization },
      data: {
        type: day % 10 === 0 ? "sick" : "wellness",
        date,
        title: `Number ${String(day)}`,
        outcome: day === 7 ? "Inhaler in the evening" : "Fine",
      },
    });
    expect(answer.status()).toBe(201);
  }
  await page.reload();
  await expect(page.getByRole("heading", { name: "March 2026" })).toBeVisible();
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows).toHaveCount(25);
  // News of the family that come while a further page is on its way do not cancel it.
  const news = page.waitForResponse(/\/changes$/);
  await page.route(/\/visits\?.*cursor=/, async (route) => {
    await news;
    await route.continue();
  });
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(rows).toHaveCount(30);
  await expectAccessible(page);

  await page.getByLabel("Type").selectOption("Sick visit");
  await expect(rows).toHaveCount(3);
  expect(new URL(page.url()).searchParams.get("type")).toBe("sick");
  await page.getByLabel("Order").selectOption("Oldest first");
  await expect(rows.first()).toContainText("Number 10");
  await page.getByLabel("Type").selectOption("All types");
  await page.getByText("Dates", { exact: true }).click();
  await page.getByLabel("From", { exact: true }).fill("2026-02-10");
  await page.getByLabel("To", { exact: true }).fill("2026-02-12");
  await expect(rows).toHaveCount(3);

  await page.getByLabel("From", { exact: true }).fill("");
  await page.getByLabel("To", { exact: true }).fill("");
  await page.getByRole("searchbox").fill("inhaler evening");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Number 7");
  expect(page.url()).not.toContain("inhaler");
  await page.getByRole("searchbox").fill("nothing like it");
  await expect(page.getByRole("heading", { name: "No visit fits this" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show all visits" }).click();
  await expect(rows).toHaveCount(25);
});

test("a visit is deleted alone or with what was found there", async ({ page, family }) => {
  await family.addChild(leo);
  for (const [date, choice] of [
    ["2026-01-05", "Delete only the visit"],
    ["2026-01-06", "Delete it with what was found there"],
  ] as const) {
    await openNew(page);
    await page.getByRole("button", { name: "Sick visit" }).click();
    await page.getByLabel("Date", { exact: true }).fill(date);
    await page.getByRole("button", { name: "Ear infection" }).click();
    await page.getByRole("button", { name: "Measurements" }).click();
    await page.getByLabel("Weight", { exact: true }).fill("9.5");
    await saveVisit(page);
    await expect(page.getByText("Ear infection")).toBeVisible();
    await page.getByRole("button", { name: "Delete this visit" }).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: choice }).click();
    await expect(page.getByRole("heading", { name: "No visits so far" })).toBeVisible();
  }
  await page.getByRole("link", { name: "Growth" }).click();
  await expect(page.getByRole("row", { name: /2026-01-05/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /2026-01-06/ })).toBeHidden();
});

test("two parents change one visit: both versions are shown, and one is chosen", async ({
  page,
  context,
  family,
}) => {
  await family.addChild(leo);
  await openNew(page);
  await page.getByLabel("Date", { exact: true }).fill("2026-01-05");
  await page.getByLabel("Weight", { exact: true }).fill("9.5");
  await saveVisit(page);
  const other = await context.newPage();
  await other.goto(page.url());
  for (const each of [page, other]) {
    await each.getByRole("link", { name: "Change", exact: true }).click();
    await expect(each.getByLabel("Weight", { exact: true })).toHaveValue("9.5");
  }
  await other.getByLabel("Doctor").fill("Dr. Kim");
  await other.getByLabel("Weight", { exact: true }).fill("9.6");
  await saveVisit(other);
  await other.close();

  await page.getByLabel("Doctor").fill("Dr. Lee");
  await page.getByLabel("Weight", { exact: true }).fill("9.7");
  await page.getByRole("button", { name: "Save visit" }).click();
  await expect(page.getByText("Somebody changed this meanwhile")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Doctor/ })).toContainText("Dr. LeeDr. Kim");
  await expect(page.getByRole("row", { name: /^Measurements/ })).toContainText("9.6 kg");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await expect(page.getByText("Dr. Lee")).toBeVisible();
  await expect(page.getByText("9.7 kg")).toBeVisible();
});
