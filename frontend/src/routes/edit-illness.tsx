import { Trans } from "@lingui/react/macro";
import { useNavigate, useParams } from "react-router";
import { EditIllnessPage } from "../features/illnesses/edit-illness-page";
import { Back } from "./back";
import { param, paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const params = useParams();
  const childId = param(params, "childId");
  const illnessId = param(params, "illnessId");
  const page = paths.illness(childId, illnessId);
  return (
    <EditIllnessPage
      childId={childId}
      illnessId={illnessId}
      back={
        <Back to={page}>
          <Trans>Back without saving</Trans>
        </Back>
      }
      onSaved={() => void navigate(page, { replace: true })}
      onDeleted={() => void navigate(paths.childIllnesses(childId), { replace: true })}
    />
  );
}
