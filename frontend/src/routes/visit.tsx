import { useNavigate, useParams } from "react-router";
import { VisitPage } from "../features/visits/visit-page";
import { param, paths } from "./paths";
import { RecordExtras } from "./record-extras";

export function Component() {
  const params = useParams();
  const childId = param(params, "childId");
  const visitId = param(params, "visitId");
  return <Visit key={visitId} childId={childId} visitId={visitId} />;
}

function Visit({ childId, visitId }: { childId: string; visitId: string }) {
  const navigate = useNavigate();
  return (
    <VisitPage
      childId={childId}
      visitId={visitId}
      paths={{
        visits: paths.childVisits(childId),
        edit: paths.editVisit(childId, visitId),
        growth: paths.growth(childId),
      }}
      extras={(mayEdit) => <RecordExtras childId={childId} recordId={visitId} mayEdit={mayEdit} />}
      onDeleted={() => void navigate(paths.childVisits(childId), { replace: true })}
    />
  );
}
