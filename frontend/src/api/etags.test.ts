import createClient from "openapi-fetch";
import { beforeEach, expect, test } from "vitest";
import { forgetAnswers, rememberAnswers } from "./etags";
import type { paths } from "./schema";

const asked: Request[] = [];
let answer: () => Response = () => new Response(null, { status: 500 });

const api = createClient<paths>({
  baseUrl: "http://127.0.0.1",
  fetch: (request) => {
    asked.push(request.clone());
    return Promise.resolve(answer());
  },
});
api.use(rememberAnswers);

const json = (body: unknown, headers: Record<string, string> = {}, status = 200) =>
  new Response(JSON.stringify(body), { status, headers });

function changes(family_id = "fam_1") {
  return api.GET("/api/families/{family_id}/changes", { params: { path: { family_id } } });
}

const lastTag = () => asked.at(-1)?.headers.get("If-None-Match");

beforeEach(() => {
  forgetAnswers();
  asked.length = 0;
});

test("an answer that still holds is handed out from memory", async () => {
  answer = () => json({ version: "a" }, { ETag: 'W/"one"' });
  expect((await changes()).data).toEqual({ version: "a" });
  expect(lastTag()).toBeNull();
  answer = () => new Response(null, { status: 304, headers: { ETag: 'W/"one"' } });
  for (let times = 0; times < 2; times += 1) {
    const again = await changes();
    expect(lastTag()).toBe('W/"one"');
    expect([again.response.status, again.data]).toEqual([200, { version: "a" }]);
  }
});

test("another state takes the place of the kept one", async () => {
  answer = () => json({ version: "a" }, { ETag: 'W/"one"' });
  await changes();
  answer = () => json({ version: "b" }, { ETag: 'W/"two"' });
  expect((await changes()).data).toEqual({ version: "b" });
  await changes();
  expect(lastTag()).toBe('W/"two"');
});

test("what was refused, has no tag or is one record is not kept", async () => {
  for (const other of [
    () => json({ version: "b" }),
    () => json({ version: "c" }, { ETag: '"3"' }),
    () => json({ version: "c" }, { ETag: 'W/"3"' }),
    () => json({ error: "gone", code: "not_found", details: {} }, { ETag: 'W/"x"' }, 404),
  ]) {
    answer = () => json({ version: "a" }, { ETag: 'W/"one"' });
    await changes();
    answer = other;
    await changes();
    await changes();
    expect(lastTag()).toBeNull();
  }
});

test("a tag is sent for its own address alone, and never after everything was forgotten", async () => {
  answer = () => json({ version: "a" }, { ETag: 'W/"one"' });
  await changes();
  await changes("fam_2");
  expect(lastTag()).toBeNull();
  forgetAnswers();
  await changes();
  expect(lastTag()).toBeNull();
});

test("only the latest answers are kept", async () => {
  answer = () => json({ version: "a" }, { ETag: 'W/"one"' });
  for (let nth = 0; nth <= 40; nth += 1) {
    await changes(`fam_${String(nth)}`);
  }
  await changes("fam_0");
  expect(lastTag()).toBeNull();
  await changes("fam_40");
  expect(lastTag()).toBe('W/"one"');
});
