import { expect, test } from "vitest";
import { csvOf } from "./csv";

test("cells are quoted where they must be, and none is a formula", async () => {
  const text = await csvOf([
    ["a", 'say "b"', "c,d"],
    ["=1+1", "-0.95", "two\nlines"],
  ]).text();
  expect(text).toBe('a,"say ""b""","c,d"\r\n\'=1+1,-0.95,"two\nlines"\r\n');
});
