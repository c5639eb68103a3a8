import { expect, expectAccessible, test } from "./fixtures";
import { Api } from "./people";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;
const EMAIL = "alex@example.com";

test("what was deleted waits in the trash and comes back", async ({ page, stack, family }) => {
  await family.addChild(leo);
  await page.goto("/trash");
  await expect(page.getByRole("heading", { name: "The trash is empty" })).toBeVisible();
  await expectAccessible(page);

  const api = await Api.as(stack, EMAIL);
  const child = (await api.family()).child("Leo");
  const visit = await api.call("POST", `/children/${child}/visits`, {
    type: "sick",
    date: "2025-11-11",
    title: "Fever that will not end",
  });
  await api.call("DELETE", `/children/${child}/visits/${visit.id}`, undefined, visit);
  const measurement = await api.call("POST", `/children/${child}/measurements`, {
    date: "2025-11-12",
    weight: { value: 8.2, unit: "kg" },
  });
  await api.call(
    "DELETE",
    `/children/${child}/measurements/${measurement.id}`,
    undefined,
    measurement,
  );

  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("link", { name: "Trash" }).click();
  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: "Fever that will not end" });
  await expect(row).toContainText("Visit");
  await expect(row).toContainText("Leo · 2025-11-11");
  await expect(row).toContainText(/Deleted on .* · You/);
  await expect(row).toContainText("Goes for good in 30 days");
  await expect(page.getByRole("listitem").filter({ hasText: "8.2 kg" })).toContainText(
    "2025-11-12",
  );
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore 8.2 kg" }).click();
  await expect(page.getByRole("status")).toContainText("8.2 kg is back.");
  await expect(page.getByRole("listitem")).toHaveCount(1);
  await page.goto(`/children/${child}/growth`);
  await expect(page.getByRole("link", { name: /^2025-11-12/ })).toBeVisible();
});

test("a whole child comes back", async ({ page, stack, family }) => {
  await family.addChild(leo);
  const api = await Api.as(stack, EMAIL);
  const child = (await api.family()).child("Leo");
  await api.call("DELETE", `/children/${child}`, undefined, { rev: 1 });
  await page.goto("/trash");
  await page.getByRole("button", { name: "Restore Leo" }).click();
  await expect(page.getByRole("status")).toContainText("Leo is back.");
  await page.goto("/");
  await expect(page.getByRole("link", { name: /^Leo/ })).toBeVisible();
});

test("the history of a record says who changed what, from which value to which", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild(leo);
  const api = await Api.as(stack, EMAIL);
  const child = (await api.family()).child("Leo");
  const before = {
    type: "sick",
    date: "2025-11-11",
    doctor: "Dr. Okafor",
    notes: null,
    vitals: { temperature: { value: 38.5, unit: "c" } },
    prescriptions: [{ medicine: "Amoxicillin", dose: "5 ml", frequency: "twice a day" }],
  };
  const visit = await api.call("POST", `/children/${child}/visits`, before);
  await api.call(
    "PUT",
    `/children/${child}/visits/${visit.id}`,
    { ...before, date: "2025-11-12", notes: "Drinks well", type: "wellness" },
    visit,
  );
  await page.goto(`/children/${child}/records/${visit.id}/history`);
  const [changed, created] = [
    page.getByRole("main").getByRole("listitem").nth(0),
    page.getByRole("main").getByRole("listitem").nth(1),
  ];
  await expect(changed).toContainText(/^Changed\s*You/);
  await expect(changed).toContainText("2025-11-11 → 2025-11-12");
  await expect(changed).toContainText("Sick visit → Check-up");
  await expect(changed).toContainText("— → Drinks well");
  await expect(created).toContainText(/^Added\s*You/);
  await expect(created).toContainText("38.5 °C");
  await expect(created).toContainText("Amoxicillin, 5 ml, twice a day");
  await expectAccessible(page);

  await page.goto("/family/audit");
  await page.getByRole("link", { name: "Visit · Leo" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
  await page.goto(`/children/${child}/history`);
  await expect(page.getByText("The child's own details")).toBeVisible();
  await expect(page.getByText("Added", { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("the history of nothing says so", async ({ page, family }) => {
  await family.addChild(leo);
  const child = new URL(page.url()).pathname.split("/")[2] ?? "";
  await page.goto(`/children/${child}/records/vis_01890a5d-ac96-774b-bcce-b302099a8057/history`);
  await expect(page.getByRole("heading", { name: "There is no history to show" })).toBeVisible();
  await expectAccessible(page);
});
