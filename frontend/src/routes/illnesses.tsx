import { useParams } from "react-router";
import { IllnessesPage } from "../features/illnesses/illnesses-page";
import { param, paths } from "./paths";

export function Component() {
  const familyId = param(useParams(), "familyId");
  return (
    <IllnessesPage
      key={familyId}
      familyId={familyId}
      paths={{ heatmap: paths.heatmap(familyId), illness: paths.illness }}
    />
  );
}
