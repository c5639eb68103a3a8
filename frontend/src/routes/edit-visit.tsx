import { useLingui } from "@lingui/react/macro";
import { useNavigate, useParams } from "react-router";
import { AttachmentsCard } from "../features/attachments/attachments";
import { useFiles } from "../features/attachments/use-files";
import { EditVisitPage } from "../features/visits/edit-visit-page";
import { param, paths } from "./paths";

export function Component() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const params = useParams();
  const childId = param(params, "childId");
  const visitId = param(params, "visitId");
  const files = useFiles(childId, visitId);
  return (
    <EditVisitPage
      childId={childId}
      visitId={visitId}
      files={<AttachmentsCard files={files} mayEdit />}
      waiting={files.sending ? t`Files are still on their way. You can save in a moment.` : null}
      onDone={() => void navigate(paths.visit(childId, visitId), { replace: true })}
    />
  );
}
