import { Trans } from "@lingui/react/macro";
import { useParams } from "react-router";
import { ComparePage } from "../features/growth/compare-page";
import { Back } from "./back";
import { param, paths } from "./paths";

export function Component() {
  const familyId = param(useParams(), "familyId");
  return (
    <ComparePage
      key={familyId}
      familyId={familyId}
      growthPath={paths.growth}
      back={
        <Back to={paths.home(familyId)}>
          <Trans>Home</Trans>
        </Back>
      }
    />
  );
}
