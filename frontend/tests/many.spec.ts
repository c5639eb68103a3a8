import { expect, test } from "./fixtures";
import { Api, signIn } from "./people";
import { settled } from "./tour";

const VISITS = 1000;

test("a thousand visits are paged, and few elements to scroll", async ({ page, stack }) => {
  test.slow();
  const api = await Api.newFamily(stack, "The Riveras", "alex@example.com");
  const { id } = await api.family();
  const child = await api.call("POST", `/children?family=${id}`, {
    name: "Leo",
    date_of_birth: "2010-02-10",
    sex: "male",
  });
  const first = Date.UTC(2018, 0, 1);
  const visit = (number: number) =>
    api.call("POST", `/children/${child.id}/visits`, {
      type: "wellness",
      date: new Date(first + number * 3 * 86_400_000).toISOString().slice(0, 10),
      title: `Visit ${String(number)}`,
      place: "Clinic North",
      outcome: "All is well.",
    });
  for (let done = 0; done < VISITS; done += 25) {
    await Promise.all(Array.from({ length: 25 }, (_, next) => visit(done + next)));
  }
  await signIn(page, "alex@example.com");
  await expect(page.getByRole("heading", { level: 1, name: "The Riveras" })).toBeVisible();
  await page.goto(`/children/${child.id}/visits`);
  await settled(page);
  const rows = page.locator("main ul > li");
  const before = await rows.count();
  expect(before, "the list comes in pages").toBeLessThanOrEqual(110);

  const more = page.getByRole("button", { name: "Show more" });
  for (let seen = before; seen < VISITS; seen = await rows.count()) {
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(seen);
  }
  await expect(more, "all are there").toBeHidden();

  // Half a screen at a time.
  const { frames, long, longest, nodes } = await page.evaluate(async () => {
    const durations: number[] = [];
    const end = document.documentElement.scrollHeight;
    await new Promise<void>((done) => {
      let last = performance.now();
      const step = (now: number) => {
        durations.push(now - last);
        last = now;
        scrollBy(0, innerHeight / 2);
        if (scrollY + innerHeight < end - 1 && durations.length < 400) {
          requestAnimationFrame(step);
        } else {
          done();
        }
      };
      scrollTo(0, 0);
      requestAnimationFrame(step);
    });
    const sorted = durations.sort((one, other) => one - other);
    return {
      frames: sorted.length,
      long: sorted.filter((duration) => duration > 50).length,
      longest: sorted.at(-1) ?? 0,
      nodes: document.querySelectorAll("*").length,
    };
  });
  console.log(
    `${String(VISITS)} visits: ${String(nodes)} elements, ${String(frames)} frames of scrolling, ` +
      `${String(long)} longer than 50 ms, the longest ${longest.toFixed(0)} ms.`,
  );
  expect(nodes / VISITS, "elements of a visit").toBeLessThan(15);
});
