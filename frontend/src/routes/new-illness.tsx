import { Trans } from "@lingui/react/macro";
import { useLocation, useNavigate, useParams } from "react-router";
import { NewIllnessPage } from "../features/illnesses/new-illness-page";
import { illnessTypes } from "../lib/record-words";
import { Back } from "./back";
import { param, paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const childId = param(useParams(), "childId");
  const state: unknown = useLocation().state;
  const chosen = typeof state === "object" && state !== null && "type" in state ? state.type : null;
  return (
    <NewIllnessPage
      childId={childId}
      types={illnessTypes.filter((type) => type === chosen)}
      back={
        <Back to={paths.childIllnesses(childId)}>
          <Trans>Illnesses</Trans>
        </Back>
      }
      onSaved={(illnessId) => void navigate(paths.illness(childId, illnessId), { replace: true })}
    />
  );
}
