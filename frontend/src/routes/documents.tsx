import { useParams } from "react-router";
import { DocumentsTab } from "../features/attachments/documents-tab";
import { param, paths } from "./paths";

export function Component() {
  const childId = param(useParams(), "childId");
  return (
    <DocumentsTab
      key={childId}
      childId={childId}
      recordPath={(recordId) =>
        recordId.startsWith("vis_") ? paths.visit(childId, recordId) : null
      }
    />
  );
}
