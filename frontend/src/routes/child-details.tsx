import { useParams } from "react-router";
import { Suspense } from "react";
import { AvatarEditor } from "../features/attachments/avatar-editor";
import { ChildDetailsTab } from "../features/children/child-details-tab";
import { param } from "./paths";
import { Starting } from "./starting";

export function Component() {
  const childId = param(useParams(), "childId");
  return (
    <Suspense fallback={<Starting />}>
      <AvatarEditor key={`picture of ${childId}`} childId={childId} />
      <ChildDetailsTab key={childId} childId={childId} />
    </Suspense>
  );
}
