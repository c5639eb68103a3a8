import { useParams } from "react-router";
import { Suspense } from "react";
import { ChildDetailsTab } from "../features/children/child-details-tab";
import { param } from "./paths";
import { Starting } from "./starting";

export function Component() {
  const childId = param(useParams(), "childId");
  return (
    <Suspense fallback={<Starting />}>
      <ChildDetailsTab key={childId} childId={childId} />
    </Suspense>
  );
}
