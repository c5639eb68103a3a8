import { useLingui } from "@lingui/react/macro";
import { useNavigate, useParams } from "react-router";
import { AttachmentsCard } from "../features/attachments/attachments";
import { useFiles } from "../features/attachments/use-files";
import { NewVisitPage } from "../features/visits/edit-visit-page";
import { useDraft } from "../lib/use-draft";
import { param, paths } from "./paths";

export function Component() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const childId = param(useParams(), "childId");
  const draft = useDraft({ kind: "visit", about: childId, record: "new" }, "vis");
  // Files belong to the visit before it is saved; where there are some, the next opening of the form must find them.
  const files = useFiles(childId, draft.id);
  const heldFiles = {
    ...files,
    add: (added: readonly File[]) => {
      draft.hold();
      files.add(added);
    },
  };
  return (
    <NewVisitPage
      childId={childId}
      draft={draft}
      files={<AttachmentsCard files={heldFiles} mayEdit />}
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
