// What is typed into the fields of a visit, and what it means.

/** A whole number, or null where nothing or no number was typed. */
export function whole(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
}

/** Dioptres: "+1.25", "-0,5". */
export function dioptres(text: string): number | null {
  const plain = text.trim().replace(",", ".").replace("−", "-");
  return /^[+-]?\d{1,2}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}

export function tagsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(",")
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ""),
    ),
  ];
}

/** A text without the space around it, or null where nothing was typed. */
export function words(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

/** A number as it is typed; empty where there is none. */
export function digits(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

/** Dioptres as they are typed, with their sign. */
export function signed(value: number | null | undefined): string {
  return value !== null && value !== undefined && value > 0 ? `+${String(value)}` : digits(value);
}
