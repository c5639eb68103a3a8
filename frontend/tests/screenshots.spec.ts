import { mkdir } from "node:fs/promises";
import { test } from "@playwright/test";
import { Stack } from "./stack";
import { goWithin, signedInStops, signInToDemo } from "./tour";

// The pictures of the documents: `npm run screenshots` writes them from the demo family.
const folder = "../docs/screenshots";
const sizes = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
};

let stack: Stack;

test.beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  stack = await Stack.start({ demo: true });
});

test.afterAll(async () => {
  await stack.stop();
});

const pictured = {
  child: "timeline",
  growth: "growth",
  visits: "all visits",
  illness: "illnesses record",
  year: "heatmap",
} as const;

for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${size} ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({
        baseURL: stack.url,
        viewport,
        colorScheme,
        deviceScaleFactor: 2,
      });
      const page = await context.newPage();
      const take = (name: string) =>
        page.screenshot({ path: `${folder}/${name}-${size}-${colorScheme}.png` });
      await signInToDemo(page, stack);
      await take("home");
      const stops = await signedInStops(stack);
      for (const [name, of] of Object.entries(pictured)) {
        const stop = stops.find((each) => each.name === of);
        await goWithin(page, stop?.path ?? "/");
        await take(name);
      }
      await context.close();
    });
  }
}
