import { useParams } from "react-router";
import { EditMeasurementSheet } from "../features/growth/measurement-sheet";
import { useMayEdit } from "../api/family";
import { param } from "./paths";
import { RecordExtras } from "./record-extras";
import { useBackToGrowth } from "./use-back-to-growth";

export function Component() {
  const params = useParams();
  const childId = param(params, "childId");
  const measurementId = param(params, "measurementId");
  return (
    <EditMeasurementSheet
      childId={childId}
      measurementId={measurementId}
      extras={(familyId) => (
        <Extras childId={childId} recordId={measurementId} familyId={familyId} />
      )}
      {...useBackToGrowth(childId)}
    />
  );
}

function Extras({ familyId, ...record }: { childId: string; recordId: string; familyId: string }) {
  return <RecordExtras {...record} mayEdit={useMayEdit(familyId)} />;
}
