import { mkdir } from "node:fs/promises";
import { test } from "@playwright/test";
import { Api } from "./people";
import { Stack } from "./stack";
import { goWithin, signedInStops, signInToDemo } from "./tour";

// The pictures of the documents: `npm run screenshots` writes them from the demo family.
const folder = "../docs/screenshots";
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };

let stack: Stack;

test.beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  stack = await Stack.start({ demo: true });
});

test.afterAll(async () => {
  await stack.stop();
});

/** An illness with its fever curve. */
async function illnessWithFever(): Promise<string> {
  const { email, password } = stack.demoUser;
  const api = await Api.as(stack, email, password);
  const { id } = await api.family();
  const { items } = await api.call<{
    items: { id: string; child_id: string; temperatures: unknown[] }[];
  }>("GET", `/families/${id}/illnesses?limit=100`);
  const [worst] = items.toSorted(
    (one, other) => other.temperatures.length - one.temperatures.length,
  );
  return `/children/${worst?.child_id ?? ""}/illnesses/${worst?.id ?? ""}`;
}

for (const [size, viewport] of Object.entries({ phone, desktop })) {
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
      await page.mouse.move(0, 0);
      await take("home");
      const stops = await signedInStops(stack);
      const at = (name: string) => stops.find((each) => each.name === name)?.path ?? "/";
      const pictured = { growth: at("growth") };
      const onPhones = {
        child: at("timeline"),
        illness: await illnessWithFever(),
        year: at("heatmap"),
      };
      for (const [name, path] of Object.entries(
        viewport === phone ? { ...pictured, ...onPhones } : pictured,
      )) {
        await goWithin(page, path);
        // What the pointer would be over, had it stayed there.
        await page.mouse.move(0, 0);
        await take(name);
      }
      await context.close();
    });
  }
}
