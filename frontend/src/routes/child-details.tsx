import { Anchor } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { Link, useParams } from "react-router";
import { Suspense } from "react";
import { AvatarEditor } from "../features/attachments/avatar-editor";
import { ChildDetailsTab } from "../features/children/child-details-tab";
import { param, paths } from "./paths";
import { Starting } from "./starting";

export function Component() {
  const childId = param(useParams(), "childId");
  return (
    <Suspense fallback={<Starting />}>
      <AvatarEditor key={`picture of ${childId}`} childId={childId} />
      <ChildDetailsTab key={childId} childId={childId} />
      <Anchor component={Link} to={paths.childHistory(childId)} size="sm">
        <Trans>History of these details</Trans>
      </Anchor>
    </Suspense>
  );
}
