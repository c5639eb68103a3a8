import { defineConfig } from "@playwright/test";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 800 } };

export default defineConfig({
  // A browser on a busy machine is sometimes late; what fails twice in a row is broken.
  retries: process.env.CI === undefined ? 0 : 2,
  testDir: "tests",
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // Each test runs a whole local stack of its own.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "phone", use: phone, testIgnore: "screenshots.spec.ts" },
    { name: "desktop", use: desktop, testIgnore: "screenshots.spec.ts" },
    { name: "screenshots", testMatch: "screenshots.spec.ts" },
  ],
});
