import { Trans } from "@lingui/react/macro";
import { useParams } from "react-router";
import { ChildPage } from "../features/children/child-page";
import { param, paths } from "./paths";

export function Component() {
  const childId = param(useParams(), "childId");
  return (
    <ChildPage
      childId={childId}
      homePath={paths.start}
      tabs={[
        { path: paths.childVisits(childId), label: <Trans>Visits</Trans> },
        { path: paths.growth(childId), label: <Trans>Growth</Trans> },
        { path: paths.documents(childId), label: <Trans>Documents</Trans> },
        { path: paths.childDetails(childId), label: <Trans>Details</Trans> },
      ]}
    />
  );
}
