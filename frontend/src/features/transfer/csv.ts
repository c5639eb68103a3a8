import type { CsvField, CsvRecord, DateOrder } from "../../api/types";

// What the first lines of a table say about it. The whole table is read by the server.

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** Which columns a table of each kind can have. The first is the date, which each row needs. */
export const fieldsOf: Readonly<Record<CsvRecord, readonly CsvField[]>> = {
  measurement: ["date", "weight", "height", "head_circumference", "notes", "tags"],
  vaccine: ["date", "name", "dose_number", "lot", "manufacturer", "place", "notes", "tags"],
  illness: ["date", "end_date", "name", "severity", "symptoms", "notes", "tags"],
  visit: ["date", "title", "place", "doctor", "reason", "outcome", "temperature", "notes", "tags"],
};

export const unitsOf: Partial<Record<CsvField, readonly string[]>> = {
  weight: ["kg", "g", "lb", "oz"],
  height: ["cm", "mm", "in"],
  head_circumference: ["cm", "mm", "in"],
  temperature: ["c", "f"],
};

export interface Head {
  delimiter: Delimiter;
  columns: readonly Column[];
}

export interface Column {
  name: string;
  /** The first few things in it. */
  samples: readonly string[];
}

export interface Mapped {
  field: CsvField | null;
  unit: string | null;
}

const SAMPLES = 3;

/** The columns of a table, from its first lines. */
export function headOf(text: string): Head | null {
  const plain = text.replace(/^\uFEFF/, "");
  const first = plain.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = delimiters.reduce((best, each) =>
    first.split(each).length > first.split(best).length ? each : best,
  );
  const [names = [], ...rows] = rowsOf(plain, delimiter);
  const columns = names.map((name, nth) => ({
    name: name.trim(),
    samples: rows
      .map((row) => row[nth]?.trim() ?? "")
      .filter((cell) => cell !== "")
      .slice(0, SAMPLES),
  }));
  return columns.some(({ name }) => name !== "") ? { delimiter, columns } : null;
}

function rowsOf(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const close = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') {
        cell += character;
      } else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else {
        quoted = false;
      }
    } else if (character === '"' && cell === "") {
      quoted = true;
    } else if (character === delimiter) {
      close();
    } else if (character === "\n") {
      close();
      rows.push([]);
    } else if (character !== "\r") {
      cell += character;
    }
  }
  close();
  return rows;
}

// What columns are called in tables that people keep, in the languages of the app and in our own export.
const NAMES: readonly (readonly [CsvField, RegExp])[] = [
  ["end_date", /^(end|until|last day|ended|bis|ende|letzter tag|fin|hasta|último día)/],
  ["date", /date|day|datum|tag$|fecha|día|^when$|^am$/],
  ["head_circumference", /head|kopf|cabeza|perímetro/],
  ["weight", /weight|gewicht|peso/],
  ["height", /height|length|größe|länge|talla|altura|estatura|longitud/],
  ["temperature", /temp|fever|fieber|fiebre/],
  ["severity", /severity|schwere|gravedad/],
  ["dose_number", /dose|dosis|dosis nr/],
  ["lot", /^(lot|batch|charge|lote)/],
  ["manufacturer", /manufacturer|maker|hersteller|fabricante/],
  ["doctor", /doctor|physician|arzt|ärztin|médico|pediatra/],
  ["place", /place|clinic|location|^ort$|praxis|lugar|clínica/],
  ["reason", /reason|grund|anlass|motivo/],
  ["outcome", /outcome|result|ergebnis|resultado/],
  ["symptoms", /symptom|síntoma/],
  ["tags", /^(tags|labels|schlagw|etiquetas)/],
  ["notes", /note|comment|remark|notiz|bemerkung|kommentar|nota|comentario/],
  ["title", /title|titel|título|subject/],
  ["name", /name|vaccine|impf|illness|krankheit|vacuna|enfermedad|nombre|types?$/],
];

const UNITS: Readonly<Record<string, string>> = {
  kg: "kg",
  g: "g",
  lb: "lb",
  lbs: "lb",
  oz: "oz",
  cm: "cm",
  mm: "mm",
  in: "in",
  inch: "in",
  inches: "in",
  c: "c",
  "°c": "c",
  f: "f",
  "°f": "f",
};

/** What the columns probably are; each field is given once. */
export function guess(
  columns: readonly Column[],
  record: CsvRecord,
  usual: (field: CsvField) => string | null,
): Mapped[] {
  const taken = new Set<CsvField>();
  return columns.map(({ name }) => {
    const words = name.toLocaleLowerCase();
    const found = NAMES.find(
      ([field, pattern]) =>
        fieldsOf[record].includes(field) && !taken.has(field) && pattern.test(words),
    )?.[0];
    if (found === undefined) {
      return { field: null, unit: null };
    }
    taken.add(found);
    const hasUnit = unitsOf[found] !== undefined;
    return { field: found, unit: hasUnit ? (unitIn(words, found) ?? usual(found)) : null };
  });
}

/** What a row of the table probably is. */
export function guessRecord(columns: readonly Column[]): CsvRecord {
  const has = (pattern: RegExp) => columns.some(({ name }) => pattern.test(name.toLowerCase()));
  if (has(/weight|height|length|head|gewicht|größe|kopf|peso|talla|altura/)) {
    return "measurement";
  }
  if (has(/vaccin|impf|vacuna|dose|lot/)) {
    return "vaccine";
  }
  return has(/illness|symptom|severity|krankheit|enfermedad/) ? "illness" : "visit";
}

function unitIn(name: string, field: CsvField): string | null {
  const unit = name
    .split(/[^\p{L}°]+/u)
    .map((word) => UNITS[word])
    .findLast((found) => found !== undefined && unitsOf[field]?.includes(found) === true);
  return unit ?? null;
}

/** How the dates of a column are written, as far as its first ones tell. */
export function guessDates(samples: readonly string[]): DateOrder {
  const numbers = samples.map((sample) => sample.split(/[-./]/).map(Number));
  if (numbers.some(([first = 0]) => first > 31)) {
    return "year_month_day";
  }
  if (numbers.some(([, second = 0]) => second > 12)) {
    return "month_day_year";
  }
  return samples.length === 0 ? "year_month_day" : "day_month_year";
}
