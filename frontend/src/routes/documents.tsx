import { useParams } from "react-router";
import { DocumentsTab } from "../features/attachments/documents-tab";
import { kindOfId } from "../lib/record-kinds";
import { param, paths } from "./paths";
import { pageOf } from "./record-paths";

export function Component() {
  const childId = param(useParams(), "childId");
  return (
    <DocumentsTab
      key={childId}
      childId={childId}
      recordPath={(recordId) => pageOf(kindOfId(recordId), childId, recordId)}
      historyPath={(recordId) => paths.history(childId, recordId)}
    />
  );
}
