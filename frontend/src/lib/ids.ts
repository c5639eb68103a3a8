import { v7 } from "uuid";

/** A new id made here, so that sending a create twice is the same create. */
export function newId(
  prefix: "fam" | "chi" | "mea" | "vis" | "evt" | "ill" | "att" | "inv" | "job",
): string {
  return `${prefix}_${v7()}`;
}
