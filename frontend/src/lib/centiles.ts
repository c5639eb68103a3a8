export type ShownCentile =
  { kind: "below_first" } | { kind: "above_99th" } | { kind: "at"; n: number };

/** A centile as a family sees it: a whole number, never "0th" and never "100th". */
export function shownCentile(centile: number): ShownCentile {
  const n = Math.round(centile);
  if (n < 1) {
    return { kind: "below_first" };
  }
  return n > 99 ? { kind: "above_99th" } : { kind: "at", n };
}
