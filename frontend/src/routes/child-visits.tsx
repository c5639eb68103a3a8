import { useParams } from "react-router";
import { ChildVisitsTab } from "../features/visits/child-visits-tab";
import { param, paths } from "./paths";

export function Component() {
  const childId = param(useParams(), "childId");
  return (
    <ChildVisitsTab
      key={childId}
      childId={childId}
      paths={{ visit: paths.visit, newVisit: paths.newVisit }}
    />
  );
}
