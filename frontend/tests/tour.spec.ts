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
  { on: "settings", clicks: ["Delete your account …"] },
  { on: "admin people", clicks: ["Manage Robin"] },
  { on: "admin families", clicks: [/^Delete/] },
  { on: "visits wellness", clicks: ["Delete this visit"] },
  { on: "changing medical-events vaccine", clicks: ["Delete this entry"] },
  { on: "documents", clicks: [/^Change (?!picture)/] },
];

const parts = ["before the sign-in, and the family", "a child", "records and dialogs"] as const;

function stopsOf(part: (typeof parts)[number], stops: Stop[]): Stop[] {
  const child = stops.findIndex(({ name }) => name === "timeline");
  const records = stops.findIndex(({ name }) => name.startsWith("visits "));
  switch (part) {
    case "before the sign-in, and the family":
      return stops.slice(0, child);
    case "a child":
      return stops.slice(child, records);
    case "records and dialogs":
      return stops.slice(records);
  }
}

for (const part of parts) {
  test(`everybody can use every page, and none calls elsewhere: ${part}`, async ({
    browser,
    viewport,
  }) => {
    test.setTimeout(240_000);
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
          await expectAccessible(page);
        });
      }
      if (part === "records and dialogs") {
        await everyDialog(page, all);
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
    const expected = message.text().includes("status of 401");
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

async function everyDialog(page: Page, stops: Stop[]): Promise<void> {
  for (const { on, clicks } of dialogs) {
    await test.step(`${on}: ${clicks.join(", ")}`, async () => {
      const stop = stops.find(({ name }) => name === on);
      await goWithin(page, stop?.path ?? "/");
      for (const name of clicks) {
        const button = page.getByRole("button", { name, exact: true }).first();
        await button.click();
      }
      await settled(page);
      await expectAccessible(page);
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
}

/** A PDF is drawn by our own script, without eval. */
async function preview(page: Page, stops: Stop[]): Promise<void> {
  await goWithin(page, stops.find(({ name }) => name === "documents")?.path ?? "");
  await page.locator("input[type=file][multiple]").setInputFiles(pdf());
  await page.getByRole("button", { name: "letter", exact: true }).click();
  await expect(page.getByRole("img", { name: /^Page 1/ }).or(page.locator("canvas"))).toBeVisible();
  await expectAccessible(page);
}

function pdf() {
  const text = "BT /F1 48 Tf 40 700 Td (All is well) Tj ET";
  const body = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length ${String(text.length)}>>stream
${text}
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
`;
  return { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from(body, "latin1") };
}
