import { expect, test } from "vitest";
import { shownCentile } from "./centiles";

test.each([
  [0, { kind: "below_first" }],
  [0.49, { kind: "below_first" }],
  [0.5, { kind: "at", n: 1 }],
  [17.08, { kind: "at", n: 17 }],
  [99.4, { kind: "at", n: 99 }],
  [99.5, { kind: "above_99th" }],
  [100, { kind: "above_99th" }],
])("%d", (centile, shown) => {
  expect(shownCentile(centile)).toEqual(shown);
});
