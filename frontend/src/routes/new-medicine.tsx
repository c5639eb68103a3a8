import { Trans } from "@lingui/react/macro";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { MedicinePage } from "../features/illnesses/medicine-page";
import { Back } from "./back";
import { param, paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const childId = param(useParams(), "childId");
  const illnessId = useSearchParams()[0].get("illness");
  return (
    <MedicinePage
      childId={childId}
      illnessId={illnessId}
      back={
        <Back to={illnessId === null ? paths.child(childId) : paths.illness(childId, illnessId)}>
          <Trans>Back without saving</Trans>
        </Back>
      }
      onSaved={(saved) =>
        void navigate(saved === null ? paths.childEvents(childId) : paths.illness(childId, saved), {
          replace: true,
        })
      }
    />
  );
}
