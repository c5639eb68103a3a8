import { useParams, type LoaderFunctionArgs } from "react-router";
import { TimelineTab } from "../features/children/timeline-tab";
import { entryPath, param } from "./paths";
import { loadOverview } from "./persons-today";

export function loader({ params }: LoaderFunctionArgs) {
  loadOverview(param(params, "childId")).catch(() => undefined);
  return null;
}

export function Component() {
  const childId = param(useParams(), "childId");
  return <TimelineTab key={childId} childId={childId} entryPath={entryPath} />;
}
