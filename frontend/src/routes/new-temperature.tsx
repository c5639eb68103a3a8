import { Trans } from "@lingui/react/macro";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { TemperaturePage } from "../features/illnesses/temperature-page";
import { Back } from "./back";
import { param, paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const childId = param(useParams(), "childId");
  const illnessId = useSearchParams()[0].get("illness");
  return (
    <TemperaturePage
      childId={childId}
      illnessId={illnessId}
      back={
        <Back to={illnessId === null ? paths.child(childId) : paths.illness(childId, illnessId)}>
          <Trans>Back without saving</Trans>
        </Back>
      }
      onSaved={(saved) => void navigate(paths.illness(childId, saved), { replace: true })}
    />
  );
}
