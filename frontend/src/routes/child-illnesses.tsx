import { useParams, type LoaderFunctionArgs } from "react-router";
import { queryClient } from "../api/query-client";
import { IllnessesTab } from "../features/illnesses/illnesses-tab";
import { childIllnessesQuery } from "../features/illnesses/queries";
import { param, paths } from "./paths";
import { loadOverview } from "./persons-today";

export function loader({ params }: LoaderFunctionArgs) {
  const childId = param(params, "childId");
  loadOverview(childId).catch(() => undefined);
  queryClient.infiniteQuery(childIllnessesQuery(childId)).catch(() => undefined);
  return null;
}

export function Component() {
  const childId = param(useParams(), "childId");
  return (
    <IllnessesTab
      childId={childId}
      paths={{
        add: paths.newIllness(childId),
        illness: (illnessId) => paths.illness(childId, illnessId),
      }}
    />
  );
}
