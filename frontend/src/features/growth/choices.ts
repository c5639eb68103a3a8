import { useSearchParams } from "react-router";
import type { Growth } from "../../api/types";
import { measures, type Measure } from "./measures";

export type Range = "all" | "first_two" | "from_two";

/** How the charts are read; it is in the address, so that a reload or a link shows the same. */
export interface Choices {
  measure: Measure;
  standard: Growth["standard"];
  correction: Growth["correction"];
  range: Range;
  expert: boolean;
}

const standards = ["cdc_from_two", "who"] as const satisfies readonly Growth["standard"][];
const corrections = [
  "until_two",
  "until_three",
  "never",
] as const satisfies readonly Growth["correction"][];
const ranges = ["all", "first_two", "from_two"] as const satisfies readonly Range[];

export function readChoices(params: URLSearchParams): Choices {
  return {
    measure: oneOf(measures, params.get("measure")),
    standard: oneOf(standards, params.get("standard")),
    correction: oneOf(corrections, params.get("correction")),
    range: oneOf(ranges, params.get("range")),
    expert: params.get("view") === "expert",
  };
}

/** The choices and a way to change one; what is the default stays out of the address. */
export function useChoices(): [Choices, (change: Partial<Choices>) => void] {
  const [params, setParams] = useSearchParams();
  const choices = readChoices(params);
  const change = (changed: Partial<Choices>) => {
    const { measure, standard, correction, range, expert } = { ...choices, ...changed };
    const next = new URLSearchParams();
    setUnless(next, "measure", measure, measures[0]);
    setUnless(next, "standard", standard, standards[0]);
    setUnless(next, "correction", correction, corrections[0]);
    setUnless(next, "range", range, ranges[0]);
    setUnless(next, "view", expert ? "expert" : "", "");
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return [choices, change];
}

/** An unknown word in the address means the first, which is the default. */
function oneOf<Word extends string>(words: readonly [Word, ...Word[]], word: string | null): Word {
  return words.find((each) => each === word) ?? words[0];
}

function setUnless(params: URLSearchParams, name: string, value: string, byDefault: string): void {
  if (value !== byDefault) {
    params.set(name, value);
  }
}
