import { useParams } from "react-router";
import { EditMeasurementSheet } from "../features/growth/measurement-sheet";
import { param } from "./paths";
import { useBackToGrowth } from "./use-back-to-growth";

export function Component() {
  const params = useParams();
  const childId = param(params, "childId");
  return (
    <EditMeasurementSheet
      childId={childId}
      measurementId={param(params, "measurementId")}
      {...useBackToGrowth(childId)}
    />
  );
}
