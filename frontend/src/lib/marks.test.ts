import { describe, expect, test } from "vitest";
import { holdsAny, marks } from "./marks";

const shown = (text: string, search: string) =>
  marks(text, search)
    .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
    .join("");

describe("marking what was searched", () => {
  test("every word is marked wherever it stands", () => {
    expect(shown("Fever, then no fever", "fever")).toBe("[Fever], then no [fever]");
    expect(shown("ear infection", "inf ear")).toBe("[ear] [inf]ection");
  });

  test("case and accents do not matter", () => {
    expect(shown("Dr. Müller", "muller")).toBe("Dr. [Müller]");
    expect(shown("Lèvre", "LEVRE")).toBe("[Lèvre]");
    expect(shown("Die Straße 😀 Hus\u0301ten", "husten")).toBe("Die Straße 😀 [Hus\u0301ten]");
  });

  test("nothing searched, nothing marked", () => {
    expect(shown("Fever", "  ")).toBe("Fever");
    expect(shown("", "fever")).toBe("");
  });

  test("whether a text is worth showing", () => {
    expect(holdsAny("Amoxicillin for 7 days", "amox strep")).toBe(true);
    expect(holdsAny("Amoxicillin for 7 days", "strep")).toBe(false);
  });
});
