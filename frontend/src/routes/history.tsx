import { useParams } from "react-router";
import { HistoryPage } from "../features/history/history-page";
import { param, paths } from "./paths";

export function Component() {
  const params = useParams();
  const childId = param(params, "childId");
  const recordId = params.recordId ?? null;
  return (
    <HistoryPage
      key={`${childId} ${recordId ?? ""}`}
      childId={childId}
      recordId={recordId}
      childPath={paths.child(childId)}
    />
  );
}
