import { expect, type Page, type Request } from "@playwright/test";
import { Api } from "./people";
import type { Stack } from "./stack";

// Every page of the app, as the demo family sees it.

export interface Stop {
  name: string;
  path: string;
}

interface Listed {
  items: { id: string; type?: string; content_type?: string }[];
}

/** The pages before the sign-in. */
export const openStops: readonly Stop[] = [
  { name: "sign in", path: "/sign-in" },
  { name: "sign up", path: "/sign-up" },
  { name: "forgotten password", path: "/reset-password" },
  { name: "a link without its secret", path: "/invite" },
  { name: "confirming an email", path: "/verify-email" },
];

/** The pages behind it, with a record of each kind. */
export async function signedInStops(stack: Stack): Promise<Stop[]> {
  const { email, password } = stack.demoUser;
  const api = await Api.as(stack, email, password);
  const { id: family } = await api.family();
  const { items: children } = await api.call<Listed>("GET", `/children?family=${family}`);
  const stops: Stop[] = [
    { name: "home", path: `/families/${family}` },
    { name: "first child", path: `/families/${family}/first-child` },
    { name: "new child", path: `/families/${family}/children/new` },
    { name: "all visits", path: `/families/${family}/visits` },
    { name: "all illnesses", path: `/families/${family}/illnesses` },
    { name: "heatmap", path: `/families/${family}/illnesses/heatmap` },
    { name: "family", path: "/family" },
    { name: "audit", path: "/family/audit" },
    { name: "search", path: "/search" },
    { name: "trash", path: "/trash" },
    { name: "settings", path: "/settings" },
    { name: "welcome", path: "/welcome" },
    { name: "nothing", path: "/nothing/here" },
    ...["", "people", "families", "mail", "acts"].map((section) => ({
      name: `admin ${section}`,
      path: `/admin/${section}`,
    })),
  ];
  const kinds = ["visits", "illnesses", "medical-events", "measurements"] as const;
  const seen = new Set<string>();
  for (const { id: child } of children) {
    const at = `/children/${child}`;
    if (stops.every(({ name }) => name !== "timeline")) {
      for (const [name, path] of [
        ["timeline", ""],
        ["visits", "/visits"],
        ["illnesses", "/illnesses"],
        ["events", "/events"],
        ["growth", "/growth"],
        ["documents", "/documents"],
        ["details", "/details"],
        ["history of the child", "/history"],
        ["new visit", "/visits/new"],
        ["new measurement", "/growth/new"],
        ["new illness", "/illnesses/new"],
        ["new temperature", "/temperature"],
        ["new medicine", "/medicine"],
      ] as const) {
        stops.push({ name, path: at + path });
      }
      for (const type of ["vaccine", "medication", "allergy", "condition", "test"]) {
        stops.push({ name: `new ${type}`, path: `${at}/events/new?type=${type}` });
      }
    }
    for (const kind of kinds) {
      const { items } = await api.call<Listed>("GET", `${at}/${kind}?limit=100`);
      const page = {
        visits: "visits",
        illnesses: "illnesses",
        "medical-events": "events",
        measurements: "growth",
      }[kind];
      for (const { id, type } of items) {
        const sort = `${kind} ${type ?? "record"}`;
        if (seen.has(sort)) {
          continue;
        }
        seen.add(sort);
        stops.push({ name: sort, path: `${at}/${page}/${id}` });
        if (kind !== "measurements") {
          stops.push({ name: `changing ${sort}`, path: `${at}/${page}/${id}/edit` });
        }
        if (type === undefined || type === "wellness") {
          stops.push({ name: `history of ${sort}`, path: `${at}/records/${id}/history` });
        }
      }
    }
  }
  return stops;
}

const underway = new WeakMap<Page, Set<Request>>();

/** Counts the calls of a page, so that a tour knows when it is all there. */
function watch(page: Page): Set<Request> {
  const known = underway.get(page);
  if (known !== undefined) {
    return known;
  }
  const open = new Set<Request>();
  underway.set(page, open);
  page.on("request", (request) => open.add(request));
  for (const end of ["requestfinished", "requestfailed"] as const) {
    page.on(end as "requestfinished", (request) => open.delete(request));
  }
  // What a former document had asked for is nothing to wait for.
  page.on("domcontentloaded", () => {
    open.clear();
  });
  return open;
}

/** Goes to a page within the app and waits until it is all there. */
export async function goWithin(page: Page, path: string): Promise<void> {
  watch(page);
  await page.evaluate((to) => {
    history.pushState({}, "", to);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }, path);
  await settled(page);
}

/** Waits until a page shows what it has, and nothing is on its way. */
export async function settled(page: Page): Promise<void> {
  const open = watch(page);
  let quiet = 0;
  await expect
    .poll(
      async () => {
        const ready = await page.evaluate(
          () =>
            document.querySelector("h1, [role=dialog] h2") !== null &&
            document.querySelector(".mantine-Skeleton-root, [role=status][aria-label]") === null,
        );
        quiet = ready && open.size === 0 ? quiet + 1 : 0;
        return quiet;
      },
      { intervals: [30], timeout: 20_000, message: `${page.url()} is all there` },
    )
    .toBeGreaterThan(2);
}

/** Signs the demo parent in, in whatever language the page is. */
export async function signInToDemo(page: Page, { demoUser }: Stack): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[type=email]").fill(demoUser.email);
  await page.locator("input[type=password]").fill(demoUser.password);
  await page.locator("button[type=submit]").click();
  await expect(page).toHaveURL(/families/);
  await settled(page);
}
