import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { Stack } from "./stack";
import { goWithin, openStops, settled, signedInStops, signInToDemo, type Stop } from "./tour";

// Every page and every dialog once: nothing for axe to find in either colour scheme, nothing wider than the
// screen, no call to anybody else, nothing that the content security policy had to stop.

interface Dialog {
  on: string;
  /** What is clicked, one after the other. */
  clicks: readonly (string | RegExp)[];
}

const dialogs: readonly Dialog[] = [
  { on: "home", clicks: ["Add"] },
  { on: "family", clicks: ["Invite somebody"] },
  { on: "family", clicks: ["Leave"] },
  { on: "family", clicks: ["Delete the family …"] },
  { on: "settings", clicks: ["Change email"] },
  { on: "settings", clicks: ["Change password"] },
  { on: "settings", clicks: ["Set up"] },
  { on: "admin people", clicks: [/^Manage Robin/] },
  { on: "admin families", clicks: [/^Delete/] },
  { on: "visits wellness", clicks: ["Delete this visit"] },
  { on: "changing medical-events vaccine", clicks: ["Delete this entry"] },
  { on: "documents", clicks: [/^Change (?!picture)/] },
];

const parts = ["before the sign-in, and the family", "a child", "records", "dialogs"] as const;

function stopsOf(part: (typeof parts)[number], stops: Stop[]): Stop[] {
  const child = stops.findIndex(({ name }) => name === "timeline");
  const records = stops.findIndex(({ name }) => name.startsWith("visits "));
  switch (part) {
    case "before the sign-in, and the family":
      return stops.slice(0, child);
    case "a child":
      return stops.slice(child, records);
    case "records":
      return stops.slice(records);
    case "dialogs":
      return [];
  }
}

for (const part of parts) {
  test(`everybody can use every page, and none calls elsewhere: ${part}`, async ({
    browser,
    viewport,
  }) => {
    test.setTimeout(480_000);
    const stack = await Stack.start({ demo: true });
    const context = await browser.newContext({ baseURL: stack.url, viewport, locale: "en-GB" });
    const page = await context.newPage();
    const told = await listen(page, stack);
    try {
      if (part === "before the sign-in, and the family") {
        for (const { path } of openStops) {
          const answer = await page.goto(path);
          const policy = answer?.headers()["content-security-policy"] ?? "";
          expect(policy).toContain("script-src 'self';");
          expect(policy).not.toContain("unsafe-eval");
          await settled(page);
          await expectAccessible(page);
        }
      }
      await signInToDemo(page, stack);
      const all = await signedInStops(stack);
      for (const { name, path } of stopsOf(part, all)) {
        await test.step(name, async () => {
          await goWithin(page, path);
          await expectAccessible(page).catch((error: unknown) =>
            told.push(`${name}: ${String(error)}`),
          );
        });
      }
      if (part === "dialogs") {
        told.push(...(await everyDialog(page, all)));
        await preview(page, all);
      }
      expect(told).toEqual([]);
    } finally {
      await context.close();
      await stack.stop();
    }
  });
}

/** What the console says, what the policy stops, and who else is called. */
async function listen(page: Page, stack: Stack): Promise<string[]> {
  const told: string[] = [];
  page.on("console", (message) => {
    // Nobody is signed in on a fresh page; service workers have a spec of their own.
    const expected = /status of 401|Service Worker registration blocked by Playwright/.test(
      message.text(),
    );
    if (["error", "warning"].includes(message.type()) && !expected) {
      told.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => {
    told.push(`${page.url()}: ${error.message}`);
  });
  page.on("request", (request) => {
    const own = [stack.url, stack.filesOrigin, `blob:${stack.url}`];
    if (!own.some((origin) => request.url().startsWith(origin))) {
      told.push(`${page.url()} calls ${request.url()}`);
    }
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`The policy stopped ${violatedDirective}: ${blockedURI}`);
    });
  });
  return told;
}

async function everyDialog(page: Page, stops: Stop[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { on, clicks } of dialogs) {
    const what = `${on}: ${clicks.join(", ")}`;
    await test.step(what, async () => {
      const stop = stops.find(({ name }) => name === on);
      await goWithin(page, stop?.path ?? "/");
      try {
        for (const name of clicks) {
          const button = page.getByRole("button", { name, exact: true }).first();
          await button.click({ timeout: 10_000 });
        }
        await settled(page);
        await expectAccessible(page);
      } catch (error) {
        problems.push(`${what}: ${String(error)}`);
      }
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    });
  }
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Menu of Robin" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  return problems;
}

/** A PDF is drawn by our own script, without eval. */
async function preview(page: Page, stops: Stop[]): Promise<void> {
  await goWithin(page, stops.find(({ name }) => name === "documents")?.path ?? "");
  await page.locator("input[type=file][multiple]").setInputFiles(pdf());
  await page.getByRole("button", { name: /^letter/ }).click();
  const first = page.getByRole("dialog").getByRole("img", { name: "Page 1" });
  await expect(first.locator("canvas")).toBeVisible();
  await expectAccessible(page);
}

/** A PDF of one page that says a word. */
function pdf() {
  const text = "BT /F1 48 Tf 40 700 Td (All is well) Tj ET";
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R " +
      `/Resources << /Font << /F1 ${font} >> >> >>`,
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
  return { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from(body, "latin1") };
}
