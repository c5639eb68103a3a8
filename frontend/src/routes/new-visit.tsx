import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { AttachmentsCard } from "../features/attachments/attachments";
import { useFiles } from "../features/attachments/use-files";
import { NewVisitPage } from "../features/visits/edit-visit-page";
import { newId } from "../lib/ids";
import { param, paths } from "./paths";

export function Component() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const childId = param(useParams(), "childId");
  // The same id at each attempt; files belong to it before the visit is saved.
  const [visitId] = useState(() => newId("vis"));
  const files = useFiles(childId, visitId);
  return (
    <NewVisitPage
      childId={childId}
      visitId={visitId}
      files={<AttachmentsCard files={files} mayEdit />}
      waiting={files.sending ? t`Files are still on their way. You can save in a moment.` : null}
      hasFiles={files.found.length > 0 || files.sent.length > 0}
      onChild={(id) => void navigate(paths.newVisit(id), { replace: true })}
      onSaved={(id) => void navigate(paths.visit(childId, id), { replace: true })}
      onCancel={() => {
        void files.discard();
        void navigate(paths.childVisits(childId), { replace: true });
      }}
    />
  );
}
