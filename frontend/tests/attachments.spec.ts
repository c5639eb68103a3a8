import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const leo = { name: "Leo", born: "2025-02-10", sex: "Boy" } as const;

/** A photo as a camera makes it: large, and with the place where it was taken. */
async function photo(page: Page, name = "IMG_1.jpg") {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 3200;
    canvas.height = 2400;
    const context = canvas.getContext("2d");
    if (context) {
      context.fillStyle = "#8fb0a6";
      context.fillRect(0, 0, 3200, 2400);
      context.fillStyle = "#e88a35";
      context.fillRect(800, 600, 1600, 1200);
    }
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
  });
  const jpeg = Buffer.from(base64, "base64");
  const tiff = Buffer.from(
    "49492a0008000000010025880400010000001a00000000000000010001000200020000004e00000000000000",
    "hex",
  );
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  const buffer = Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
  return { name, mimeType: "image/jpeg", buffer };
}

/** A PDF of one page that says a word. */
function pdf(name = "letter.pdf") {
  const text = "BT /F1 48 Tf 40 700 Td (All is well) Tj ET";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " +
      "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
    `<< /Length ${String(text.length)} >>\nstream\n${text}\nendstream`,
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = body.length;
  body += "xref\n0 5\n0000000000 65535 f \n";
  body += offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  body += `trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${String(xref)}\n%%EOF\n`;
  return { name, mimeType: "application/pdf", buffer: Buffer.from(body, "latin1") };
}

test("documents are added, looked at, changed and deleted", async ({ page, family }) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Documents" }).click();
  await expect(page.getByRole("heading", { name: "No documents so far" })).toBeVisible();
  await expectAccessible(page);

  await page.locator("input[type=file][multiple]").setInputFiles([await photo(page), pdf()]);
  await expect(page.getByRole("button", { name: /^IMG 1/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^letter/ })).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expectAccessible(page);

  // The photo was made smaller, and is shown large with a zoom.
  await page.getByRole("button", { name: /^IMG 1/ }).click();
  const image = page.getByRole("dialog").getByRole("img", { name: "IMG 1" });
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBe(2560);
  await page.getByRole("button", { name: "Larger" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close" }).click();

  // The PDF is drawn here, by our own script.
  await page.getByRole("button", { name: /^letter/ }).click();
  const canvas = page.getByRole("dialog").getByRole("img", { name: "Page 1" }).locator("canvas");
  await expect
    .poll(() =>
      canvas.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement;
        const pixels = (element as HTMLCanvasElement)
          .getContext("2d")
          ?.getImageData(0, 0, width, height).data;
        return pixels?.some((value, index) => index % 4 === 0 && value < 100) ?? false;
      }),
    )
    .toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();

  await page.getByRole("button", { name: "Change letter" }).click();
  await page.getByLabel("Title").fill("Letter of the clinic");
  await page.getByLabel("What it shows").selectOption("Vaccine record");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  const letter = page.getByRole("button", { name: /^Letter of the clinic/ });
  await expect(letter).toContainText("Vaccine record");

  await page.getByRole("button", { name: "Change IMG 1" }).click();
  await page.getByRole("button", { name: "Delete this file" }).click();
  await page.getByRole("button", { name: "Yes, delete" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: /^IMG 1/ })).toBeHidden();
});

test("what cannot be kept says why; what did not arrive is sent again", async ({
  page,
  stack,
  family,
}) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Documents" }).click();
  const files = page.locator("input[type=file][multiple]");
  await files.setInputFiles({
    name: "notes.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("hello"),
  });
  await expect(page.getByText("This kind of file cannot be kept.")).toBeVisible();
  await page.getByRole("button", { name: "Remove notes.txt" }).click();
  await files.setInputFiles({
    name: "false.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("no PDF at all"),
  });
  await expect(page.getByText("The file is not what its name says")).toBeVisible();
  await page.getByRole("button", { name: "Remove false.pdf" }).click();

  // The store refuses once.
  await page.route(`${stack.filesOrigin}/**`, (route) => route.fulfill({ status: 503 }), {
    times: 1,
  });
  await files.setInputFiles(pdf("scan.pdf"));
  await expect(page.getByText("The file did not arrive.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Try again with scan.pdf" }).click();
  await expect(page.getByRole("button", { name: /^scan/ })).toBeVisible();
});

test("files are added to a visit while it is written, and go when it is not kept", async ({
  page,
  family,
}) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Visits", exact: true }).click();
  await page.getByRole("link", { name: "Add visit" }).click();
  await page.locator("input[type=file][multiple]").setInputFiles(pdf("unwanted.pdf"));
  await expect(page.getByRole("button", { name: /^unwanted/ })).toBeVisible();
  const gone = page.waitForResponse((response) => response.request().method() === "DELETE");
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  expect((await gone).status()).toBe(204);

  await page.getByRole("link", { name: "Add visit" }).click();
  await page.getByLabel("Date", { exact: true }).fill("2026-01-05");
  await page.locator("input[type=file][multiple]").setInputFiles(pdf("findings.pdf"));
  await expect(page.getByRole("button", { name: /^findings/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save visit" }).click();
  await expect(page.getByRole("link", { name: "Visits of Leo" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^findings/ })).toBeVisible();

  await page.getByRole("link", { name: "Visits of Leo" }).click();
  await page.getByRole("link", { name: "Documents" }).click();
  await expect(page.getByRole("button", { name: /^findings/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^unwanted/ })).toBeHidden();
  await page.getByRole("link", { name: "Visit of findings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check-up" })).toBeVisible();
});

test("a child has a picture wherever it is named", async ({ page, family }) => {
  await family.addChild(leo);
  await page.getByRole("link", { name: "Details" }).click();
  await page.getByLabel("Picture of the child").setInputFiles(await photo(page));
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.getByLabel("Zoom").fill("200");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Use this picture" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  const pictures = page.locator("main img[src^='data:image/jpeg']");
  await expect(pictures).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Home" }).click();
  await expect(pictures).toHaveCount(1);
  await page.getByRole("link", { name: /^Leo/ }).click();
  await page.getByRole("link", { name: "Details" }).click();
  await page.getByRole("button", { name: "Remove picture" }).click();
  await expect(page.getByRole("button", { name: "Add a picture" })).toBeVisible();
  await expect(pictures).toHaveCount(0);
});
