/** Where in a file something is: a part of it, the number of the entry or row, the field. */
export interface Place {
  part: string | null;
  /** Counted from 1, as people count. */
  number: number | null;
  field: string | null;
}

/** Reads `measurements[12].details.date`, `row 3.weight`, `visits.zodiac` or `invites`. */
export function placeOf(text: string): Place {
  const row = /^row (\d+)(?:\.(.+))?$/.exec(text);
  if (row !== null) {
    return { part: "row", number: Number(row[1]), field: row[2] ?? null };
  }
  const entry = /^(\w+)\[(\d+)\](?:\.details)?(?:\.(.+))?$/.exec(text);
  if (entry !== null) {
    return { part: entry[1] ?? null, number: Number(entry[2]) + 1, field: entry[3] ?? null };
  }
  const named = /^(\w+)\.(\w+)$/.exec(text);
  return named !== null && text !== "data.json"
    ? { part: named[1] ?? null, number: null, field: named[2] ?? null }
    : { part: text, number: null, field: null };
}
