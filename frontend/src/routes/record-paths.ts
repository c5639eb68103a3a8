import { paths } from "./paths";

/** Where the history of a record, or of a child's own details, is. */
export function historyOf(childId: string, recordId: string): string {
  return recordId === childId ? paths.childHistory(childId) : paths.history(childId, recordId);
}

/** Where a record is looked at. What has no page of its own is shown by its history. */
export function pageOf(kind: string, childId: string, recordId: string): string {
  switch (kind) {
    case "child":
      return paths.child(childId);
    case "measurement":
      return paths.editMeasurement(childId, recordId);
    case "visit":
      return paths.visit(childId, recordId);
    case "event":
      return paths.event(childId, recordId);
    case "illness":
      return paths.illness(childId, recordId);
    case "attachment":
      return paths.documents(childId);
    default:
      return historyOf(childId, recordId);
  }
}
