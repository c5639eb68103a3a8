import { useParams } from "react-router";
import { NewMeasurementSheet } from "../features/growth/measurement-sheet";
import { param } from "./paths";
import { useBackToGrowth } from "./use-back-to-growth";

export function Component() {
  const childId = param(useParams(), "childId");
  return <NewMeasurementSheet childId={childId} {...useBackToGrowth(childId)} />;
}
