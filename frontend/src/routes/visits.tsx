import { useParams } from "react-router";
import { VisitsPage } from "../features/visits/visits-page";
import { param, paths } from "./paths";

export function Component() {
  const familyId = param(useParams(), "familyId");
  return (
    <VisitsPage
      key={familyId}
      familyId={familyId}
      paths={{ visit: paths.visit, newVisit: paths.newVisit }}
    />
  );
}
