import type { Page } from "@playwright/test";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test as base } from "@playwright/test";
import { signUp } from "./people";
import { Stack } from "./stack";

// The app as it is installed, with its service worker; its files are a copy, to be changed as the next build.
const test = base.extend<{ web: string; stack: Stack }>({
  // eslint-disable-next-line no-empty-pattern
  web: async ({}, use) => {
    const web = await mkdtemp(path.join(tmpdir(), "trajectory-dist-"));
    await cp("dist", web, { recursive: true });
    await use(web);
    await rm(web, { recursive: true, force: true });
  },
  stack: async ({ web }, use) => {
    const stack = await Stack.start({ web });
    await use(stack);
    await stack.stop();
  },
  baseURL: async ({ stack }, use) => {
    await use(stack.url);
  },
  serviceWorkers: "allow",
});

test.slow();

async function begin(page: Page): Promise<void> {
  await page.goto("/sign-up");
  await signUp(page, "Alex Rivera", "alex@example.com");
  await page.getByLabel("Name of your family").fill("The Riveras");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Leonidas");
  await page.getByLabel("Date of birth").fill("2025-02-10");
  await page.getByText("Boy", { exact: true }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("link", { name: /^Leonidas/ })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
}

/** Everything that any storage of the browser holds, as text. */
async function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const parts: string[] = [document.cookie];
    for (const storage of [localStorage, sessionStorage]) {
      for (const [key, value] of Object.entries(storage)) {
        parts.push(key, String(value));
      }
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        parts.push(request.url, (await (await cache.match(request))?.text()) ?? "");
      }
    }
    for (const { name = "" } of await indexedDB.databases()) {
      parts.push(name);
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => {
          resolve(open.result);
        };
        open.onerror = () => {
          reject(new Error(name));
        };
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          all.onsuccess = resolve;
        });
        parts.push(JSON.stringify(all.result));
      }
      database.close();
    }
    return parts.join("\n");
  });
}

test("nothing of the record is in any storage after signing out", async ({ page }) => {
  await begin(page);
  await page.getByRole("link", { name: /^Leonidas/ }).click();
  await page.getByRole("link", { name: "Illnesses", exact: true }).click();
  await page.getByRole("link", { name: "Add illness" }).click();
  await page.getByRole("button", { name: "Croup" }).click();
  await page.getByText("Days missed, notes, tags").click();
  await page.getByLabel("Notes").fill("barks like a seal");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Croup" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("barks like a seal")).toBeVisible();
  await page.getByRole("link", { name: "Add medicine" }).click();
  await page.getByLabel("Medicine", { exact: true }).fill("Dexamethasone");
  // While it is not saved, the draft is there; nothing else ever is.
  const before = await everythingStored(page);
  expect(before.includes("Dexamethasone")).toBe(true);
  for (const secret of ["Leonidas", "barks like a seal", "Alex Rivera", "alex@example.com"]) {
    expect(before.includes(secret), secret).toBe(false);
  }
  await page.getByRole("button", { name: "Menu of Alex Rivera" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Discard and sign out" }).click();
  await expect(page.getByRole("heading", { name: "Welcome back" })).toBeVisible();
  const after = await everythingStored(page);
  for (const secret of [
    "Leonidas",
    "2025-02-10",
    "barks like a seal",
    "Dexamethasone",
    "Alex Rivera",
    "alex@example.com",
    "/api/",
  ]) {
    // The scripts of the app name the API's paths; no answer of it is kept under one.
    expect((secret === "/api/" ? keptAddresses(after) : after).includes(secret), secret).toBe(
      false,
    );
  }
});

function keptAddresses(stored: string): string {
  return stored
    .split("\n")
    .filter((line) => /^http:\/\/\S+$/.test(line))
    .join("\n");
}

test("the app opens without a connection, and says so", async ({ page, context }) => {
  await begin(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText("There is no connection right now.")).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("link", { name: /^Leonidas/ })).toBeVisible();
});

test("a newer build is offered, and taken when it suits", async ({ page, web }) => {
  await begin(page);
  await page.reload();
  await expect(page.getByRole("link", { name: /^Leonidas/ })).toBeVisible();
  // The next build: another service worker, whose page begins with another script.
  const worker = path.join(web, "sw.js");
  const code = await readFile(worker, "utf8");
  await writeFile(
    worker,
    code
      .replace(/trajectory-app-[0-9a-f]+/, "trajectory-app-next")
      .replace(/"\/assets\/index-[^"]+\.js",?/, ""),
  );
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect(page.getByText("A new version is ready.")).toBeVisible();
  await page.getByRole("button", { name: "Reload" }).click();
  await expect
    .poll(async () => {
      try {
        return await page.evaluate(() => caches.keys());
      } catch {
        return [];
      }
    })
    .toEqual(["trajectory-app-next"]);
  await expect(page.getByRole("link", { name: /^Leonidas/ })).toBeVisible();
});

test("it can be installed, with shortcuts that lead to the forms", async ({ page, request }) => {
  await begin(page);
  const answer = await request.get("/manifest.webmanifest");
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  expect(answer.headers()["cache-control"]).toBe("no-cache");
  const worker = await request.get("/sw.js");
  expect(worker.headers()["content-type"]).toContain("javascript");
  expect(worker.headers()["cache-control"]).toBe("no-cache");
  const manifest = (await answer.json()) as {
    icons: { src: string; type: string }[];
    shortcuts: { url: string }[];
  };
  for (const { src, type } of manifest.icons) {
    expect((await request.get(src)).headers()["content-type"], src).toBe(type);
  }
  const headings = ["Add measurement", "Add temperature", "Visit of Leonidas", "Search"];
  for (const [index, { url }] of manifest.shortcuts.entries()) {
    await page.goto(url);
    await expect(page.getByRole("heading", { name: headings[index] ?? "" })).toBeVisible();
  }
});
