/** What the server adds to the details of a record; a change sends the details alone. */
interface Added {
  id: string;
  child_id: string;
  family_id: string;
  rev: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

type Computed = "days" | "next_possible_at";

const ADDED: ReadonlySet<string> = new Set<keyof Added | Computed>([
  "id",
  "child_id",
  "family_id",
  "rev",
  "created_at",
  "created_by",
  "updated_at",
  "updated_by",
  "days",
  "next_possible_at",
]);

/** All details of a record, so that a form changes what it shows and keeps the rest. */
export function detailsOnly<Rec extends Added>(record: Rec): Omit<Rec, keyof Added | Computed> {
  const details = Object.entries(record).filter(([field]) => !ADDED.has(field));
  return Object.fromEntries(details) as Omit<Rec, keyof Added | Computed>;
}
