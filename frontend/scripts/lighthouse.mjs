// `make lighthouse`: how fast the main pages are on a phone, and how accessible, by Lighthouse.
// Signs in to the demo family on a local stack of its own. The same Chromium as in playwright.config.ts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";

const PORT = 4339;
const WANTED = { performance: 90, accessibility: 100 };
/** Of scripts on the first page of all, compressed. */
const FIRST_LOAD_KB = 160;

const data = await mkdtemp(path.join(tmpdir(), "trajectory-lighthouse-"));
// Compressed, as the cloud delivers it.
const web = path.join(data, "web");
await cp("dist", web, { recursive: true });
for (const file of await readdir(web, { recursive: true })) {
  if (/\.(js|css|html|svg)$/.test(file)) {
    await writeFile(`${path.join(web, file)}.gz`, gzipSync(await readFile(path.join(web, file))));
  }
}
const stack = spawn(
  path.resolve(process.env.TRAJECTORY_LOCAL ?? "../target/debug/trajectory-local"),
  ["--port", "0", "--data", data, "--web", web, "--demo"],
  { stdio: ["ignore", "pipe", "ignore"] },
);
const { url, email, password } = await ready(stack);
const browser = await chromium.launchPersistentContext(path.join(data, "chromium"), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", `--remote-debugging-port=${String(PORT)}`],
});
let below = false;
try {
  const scripts = await measure("sign-in", `${url}/sign-in`);
  console.log(`         ${scripts.toFixed(1)} of ${String(FIRST_LOAD_KB)} kB of script`);
  below ||= scripts > FIRST_LOAD_KB;
  const page = await browser.newPage();
  await page.goto(`${url}/sign-in`);
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.waitForURL(/families/);
  const home = page.url();
  const child = await page.locator("a[href^='/children/']").first().getAttribute("href");
  const timeline = /^\/children\/[^/]+/.exec(child ?? "")?.[0] ?? "";
  await page.close();
  await measure("home", home);
  await measure("child", url + timeline);
  await measure("growth", `${url}${timeline}/growth`);
} finally {
  await browser.close();
  stack.kill("SIGINT");
  await once(stack, "exit");
  await rm(data, { recursive: true, force: true });
}
process.exitCode = below ? 1 : 0;

/** Prints the scores of a page, and what keeps it from the wanted ones. Answers with its kB of script. */
async function measure(name, address) {
  const result = await lighthouse(address, {
    port: PORT,
    logLevel: "error",
    onlyCategories: ["performance", "accessibility"],
    // The session is a cookie.
    disableStorageReset: true,
  });
  const { categories, audits } = result.lhr;
  const scores = Object.entries(WANTED).map(([category, wanted]) => {
    const score = Math.round((categories[category].score ?? 0) * 100);
    below ||= score < wanted;
    return `${category} ${String(score).padStart(3)}`;
  });
  const seen = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"];
  const times = [...seen, "cumulative-layout-shift"].map(
    (id) => `${audits[id].title} ${audits[id].displayValue}`,
  );
  console.log(`${name.padEnd(8)} ${scores.join(", ")} (${times.join(", ")})`);
  for (const { auditRefs } of [categories.accessibility]) {
    for (const { id, weight } of auditRefs) {
      if (weight > 0 && audits[id].score === 0) {
        console.log(`         ${audits[id].title}`);
      }
    }
  }
  const requests = audits["network-requests"].details.items;
  const paths = new Set(requests.map(({ url }) => new URL(url).pathname));
  const scripts = [...paths].filter((each) => /^\/assets\/.*\.js$/.test(each));
  const sizes = await Promise.all(scripts.map((each) => stat(path.join(web, `${each}.gz`))));
  return sizes.reduce((sum, { size }) => sum + size, 0) / 1000;
}

async function ready(child) {
  let signIn = null;
  for await (const line of createInterface({ input: child.stdout })) {
    signIn = /Sign in as (\S+) with the password: (\S+)/.exec(line) ?? signIn;
    const address = /Trajectory runs at (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (address !== undefined && signIn !== null) {
      child.stdout.resume();
      return { url: address, email: signIn[1], password: signIn[2] };
    }
  }
  throw new Error("The local stack ended before it was ready.");
}
