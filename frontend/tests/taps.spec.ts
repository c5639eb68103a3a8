import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

/** Taps, and counts how often somebody had to tap; typing does not count. */
function counted(page: Page) {
  let taps = 0;
  const tap = async (target: Locator) => {
    taps += 1;
    await target.click();
  };
  const dialog = page.getByRole("dialog");
  return {
    tap,
    add: async (what: string) => {
      await tap(page.getByRole("button", { name: "Add", exact: true }));
      await tap(dialog.getByRole("link", { name: what, exact: true }));
    },
    save: () => tap(page.getByRole("button", { name: "Save", exact: true })),
    done: () => {
      expect(taps, "taps to a saved record").toBeLessThanOrEqual(3);
      taps = 0;
    },
  };
}

test("everything is three taps away from a saved record", async ({ page, family }) => {
  test.slow();
  await family.addChild(leo);
  await page.goto("/");
  const { tap, add, save, done } = counted(page);

  await tap(page.getByRole("button", { name: "Add", exact: true }));
  await expect(page.getByRole("group", { name: "Vaccinated today with" })).toBeVisible();
  await expectAccessible(page);
  const vaccine = page
    .getByRole("group", { name: "Vaccinated today with" })
    .getByRole("link")
    .first();
  const name = await vaccine.innerText();
  await tap(vaccine);
  await expect(page.getByText(name)).toBeVisible();
  await save();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  done();

  await add("Vaccine");
  await page.getByLabel("Which vaccine?").fill("A vaccine of our own");
  await save();
  await expect(page.getByRole("heading", { level: 1, name: "A vaccine of our own" })).toBeVisible();
  done();

  await add("Measurement");
  await page.getByLabel("Weight", { exact: true }).fill("9.2");
  await save();
  await expect(page.getByText("Saved.")).toBeVisible();
  done();

  await tap(page.getByRole("button", { name: "Add", exact: true }));
  await tap(page.getByRole("link", { name: "Cold" }));
  await save();
  await expect(page.getByRole("heading", { level: 1, name: "Cold" })).toBeVisible();
  done();

  await add("Temperature");
  await page.getByRole("textbox", { name: "Temperature" }).fill("38.6");
  await save();
  await expect(page.getByText("38.6 °C").first()).toBeVisible();
  done();

  await add("Medicine given");
  await page.getByRole("combobox", { name: "Medicine", exact: true }).fill("Paracetamol");
  await save();
  await expect(page.getByText("Paracetamol").first()).toBeVisible();
  done();

  await add("Visit");
  await tap(page.getByRole("button", { name: "Save visit" }));
  await expect(page.getByRole("link", { name: "Change" })).toBeVisible();
  done();

  await add("Document");
  // The page before, which is left only now, takes files as well.
  await expect(page.getByRole("heading", { name: "No documents so far" })).toBeVisible();
  const chooser = page.waitForEvent("filechooser");
  await tap(page.getByRole("button", { name: "Add files" }));
  await (
    await chooser
  ).setFiles({ name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) });
  await expect(page.getByRole("button", { name: /^letter/ })).toBeVisible();
  done();
});

test("every record keeps files and says who entered it", async ({ page, family }) => {
  test.slow();
  await family.addChild(leo);
  const { tap, add, save } = counted(page);
  const filed = async () => {
    await page
      .locator("input[type=file][multiple]")
      .setInputFiles({ name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) });
    await expect(page.getByRole("button", { name: /^letter/ })).toBeVisible();
    await page.getByRole("link", { name: "History of this entry" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "History" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("button", { name: /^letter/ })).toBeVisible();
    await expectAccessible(page);
  };
  await tap(page.getByRole("button", { name: "Add", exact: true }));
  await tap(page.getByRole("link", { name: "Cold" }));
  await save();
  await filed();
  await tap(page.getByRole("button", { name: "Add", exact: true }));
  await tap(page.getByRole("group", { name: "Vaccinated today with" }).getByRole("link").first());
  await save();
  await expect(page.getByRole("link", { name: "Change" })).toBeVisible();
  await filed();
  await add("Measurement");
  await page.getByLabel("Weight", { exact: true }).fill("9.2");
  await save();
  await page.getByRole("link", { name: /change this measurement/ }).click();
  await filed();
  await page.goto("/");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Leo \d/ })
    .click();
  await page.getByRole("link", { name: "Documents" }).click();
  await expect(page.getByRole("link", { name: "Illness of letter" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Measurement of letter" })).toBeVisible();
  await page.getByRole("link", { name: "Vaccine or event of letter" }).click();
  await expect(page.getByText("History of this entry")).toBeVisible();
});

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
