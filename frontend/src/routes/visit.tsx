import { useNavigate, useParams } from "react-router";
import { AttachmentsCard } from "../features/attachments/attachments";
import { useFiles } from "../features/attachments/use-files";
import { VisitPage } from "../features/visits/visit-page";
import { param, paths } from "./paths";

export function Component() {
  const params = useParams();
  const childId = param(params, "childId");
  const visitId = param(params, "visitId");
  return <Visit key={visitId} childId={childId} visitId={visitId} />;
}

function Visit({ childId, visitId }: { childId: string; visitId: string }) {
  const navigate = useNavigate();
  const files = useFiles(childId, visitId);
  return (
    <VisitPage
      childId={childId}
      visitId={visitId}
      paths={{
        visits: paths.childVisits(childId),
        edit: paths.editVisit(childId, visitId),
        growth: paths.growth(childId),
      }}
      files={(mayEdit) => <AttachmentsCard files={files} mayEdit={mayEdit} />}
      onDeleted={() => void navigate(paths.childVisits(childId), { replace: true })}
    />
  );
}
