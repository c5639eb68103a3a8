import { Trans } from "@lingui/react/macro";
import { useParams, type LoaderFunctionArgs } from "react-router";
import { queryClient } from "../api/query-client";
import { IllnessPage } from "../features/illnesses/illness-page";
import { illnessQuery } from "../features/illnesses/queries";
import { Back } from "./back";
import { param, paths } from "./paths";
import { RecordExtras } from "./record-extras";
import { loadOverview } from "./persons-today";

export function loader({ params }: LoaderFunctionArgs) {
  const childId = param(params, "childId");
  loadOverview(childId).catch(() => undefined);
  queryClient.query(illnessQuery(childId, param(params, "illnessId"))).catch(() => undefined);
  return null;
}

export function Component() {
  const params = useParams();
  const childId = param(params, "childId");
  const illnessId = param(params, "illnessId");
  return (
    <IllnessPage
      key={illnessId}
      childId={childId}
      illnessId={illnessId}
      back={
        <Back to={paths.childIllnesses(childId)}>
          <Trans>Illnesses</Trans>
        </Back>
      }
      extras={(mayEdit) => (
        <RecordExtras childId={childId} recordId={illnessId} mayEdit={mayEdit} />
      )}
      paths={{
        edit: paths.editIllness(childId, illnessId),
        temperature: paths.newTemperature(childId, illnessId),
        medicine: paths.newMedicine(childId, illnessId),
        visit: (visitId) => paths.visit(childId, visitId),
      }}
    />
  );
}
