import { Anchor } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { AttachmentsCard } from "../features/attachments/attachments";
import { useFiles } from "../features/attachments/use-files";
import { paths } from "./paths";

interface RecordExtrasProps {
  childId: string;
  recordId: string;
  mayEdit: boolean;
}

/** What every record has below its own details: its files, and what became of it. */
export function RecordExtras({ childId, recordId, mayEdit }: RecordExtrasProps) {
  const files = useFiles(childId, recordId);
  return (
    <>
      <AttachmentsCard files={files} mayEdit={mayEdit} />
      <Anchor component={Link} to={paths.history(childId, recordId)} size="sm">
        <Trans>History of this entry</Trans>
      </Anchor>
    </>
  );
}
