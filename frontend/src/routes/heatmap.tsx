import { Trans } from "@lingui/react/macro";
import { useParams } from "react-router";
import { HeatmapPage } from "../features/illnesses/heatmap-page";
import { Back } from "./back";
import { param, paths } from "./paths";

export function Component() {
  const familyId = param(useParams(), "familyId");
  return (
    <HeatmapPage
      key={familyId}
      familyId={familyId}
      back={
        <Back to={paths.illnesses(familyId)}>
          <Trans>Illnesses</Trans>
        </Back>
      }
      illnessPath={paths.illness}
    />
  );
}
