import { expect, test } from "vitest";
import { Drafts, isAlike, type Kept } from "./drafts";

class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();
  [name: string]: unknown;
  get length(): number {
    return this.#items.size;
  }
  clear(): void {
    this.#items.clear();
  }
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }
  removeItem(key: string): void {
    this.#items.delete(key);
  }
  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }
}

const draft = (more: Partial<Kept> = {}): Kept => ({
  kind: "measurement",
  about: "chi_leo",
  record: "new",
  id: "mea_1",
  rev: null,
  values: { notes: "after swimming" },
  path: "/children/chi_leo/growth/new",
  savedAt: 1_000,
  ...more,
});

function empty() {
  const storage = new MemoryStorage();
  return { storage, drafts: new Drafts(() => storage) };
}

test("a draft is kept for its person and its form alone", () => {
  const { drafts } = empty();
  drafts.keep("usr_alex", draft());
  expect(drafts.read("usr_alex", draft())?.values).toEqual({ notes: "after swimming" });
  expect(drafts.read("usr_sam", draft())).toBeNull();
  expect(drafts.read("usr_alex", draft({ about: "chi_mia" }))).toBeNull();
  expect(drafts.read("usr_alex", draft({ record: "mea_7" }))).toBeNull();
});

test("drafts are listed latest first, and erased one by one", () => {
  const { drafts, storage } = empty();
  storage.setItem("trajectory-color-scheme", "dark");
  drafts.keep("usr_alex", draft());
  drafts.keep("usr_alex", draft({ kind: "visit", savedAt: 2_000 }));
  drafts.keep("usr_sam", draft({ kind: "illness" }));
  expect(drafts.of("usr_alex").map(({ kind }) => kind)).toEqual(["visit", "measurement"]);
  drafts.erase("usr_alex", draft());
  expect(drafts.of("usr_alex").map(({ kind }) => kind)).toEqual(["visit"]);
});

test("signing out erases all drafts and nothing else", () => {
  const { drafts, storage } = empty();
  storage.setItem("trajectory-color-scheme", "dark");
  drafts.keep("usr_alex", draft());
  drafts.keep("usr_sam", draft());
  drafts.eraseAll();
  expect(storage.length).toBe(1);
  expect(storage.getItem("trajectory-color-scheme")).toBe("dark");
});

test("who signs in keeps the own drafts of two weeks", () => {
  const { drafts, storage } = empty();
  const day = 24 * 60 * 60 * 1000;
  drafts.keep("usr_alex", draft({ savedAt: 20 * day }));
  drafts.keep("usr_alex", draft({ kind: "visit", savedAt: 5 * day }));
  drafts.keep("usr_sam", draft({ savedAt: 20 * day }));
  drafts.eraseForeign("usr_alex", 21 * day);
  expect(storage.length).toBe(1);
  expect(drafts.of("usr_alex").map(({ kind }) => kind)).toEqual(["measurement"]);
});

test("a storage that is full or switched off, or holds something else, breaks no form", () => {
  const { drafts, storage } = empty();
  storage.setItem("trajectory-draft:usr_alex:measurement:chi_leo:new", "{ not JSON");
  expect(drafts.read("usr_alex", draft())).toBeNull();
  expect(drafts.of("usr_alex")).toEqual([]);
  const off = new Drafts(() => {
    throw new Error("SecurityError");
  });
  off.keep("usr_alex", draft());
  expect(off.read("usr_alex", draft())).toBeNull();
  off.eraseAll();
});

test("values of another release do not fill a form that has other fields", () => {
  const fresh = { date: "", weight: { major: "", minor: "" }, severity: null, tags: [] };
  const kept = { date: "2026-03-21", weight: { major: "9", minor: "" }, severity: 4, tags: ["a"] };
  expect(isAlike(fresh, kept)).toBe(true);
  expect(isAlike(fresh, { ...kept, weight: "9" })).toBe(false);
  expect(isAlike({ ...fresh, unit: "kg" }, kept)).toBe(false);
  expect(isAlike(fresh, { ...kept, unit: "kg" })).toBe(false);
});
