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
        { path: paths.child(childId), label: <Trans>Timeline</Trans>, end: true },
        { path: paths.childVisits(childId), label: <Trans>Visits</Trans> },
        { path: paths.growth(childId), label: <Trans>Growth</Trans> },
        { path: paths.childIllnesses(childId), label: <Trans>Illnesses</Trans> },
        { path: paths.childEvents(childId), label: <Trans>Vaccines and events</Trans> },
        { path: paths.documents(childId), label: <Trans>Documents</Trans> },
        { path: paths.childDetails(childId), label: <Trans>Details</Trans> },
      ]}
    />
  );
}
