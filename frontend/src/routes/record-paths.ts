import { paths } from "./paths";

/** Where the history of a record, or of a child's own details, is. */
export function historyOf(childId: string, recordId: string): string {
  return recordId === childId ? paths.childHistory(childId) : paths.history(childId, recordId);
}

/** Where a record is looked at. A kind without a page of its own shows what it says in its history. */
export function pageOf(kind: string, childId: string, recordId: string): string {
  switch (kind) {
    case "child":
      return paths.child(childId);
    case "measurement":
      return paths.editMeasurement(childId, recordId);
    default:
      return historyOf(childId, recordId);
  }
}
