import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { childQuery, useMayEdit } from "../../api/family";
import { Attachments, NoDocuments } from "./attachments";
import classes from "./documents-tab.module.css";
import { useFiles } from "./use-files";

interface DocumentsTabProps {
  childId: string;
  recordPath: (recordId: string) => string | null;
  historyPath: (attachmentId: string) => string;
}

/** All files of a child, those of its records among them. */
export function DocumentsTab({ childId, recordPath, historyPath }: DocumentsTabProps) {
  const files = useFiles(childId, null);
  const mayEdit = useMayEdit(useQuery(childQuery(childId)).data?.family_id);
  return (
    <Stack className={classes.tab}>
      <Attachments
        files={files}
        mayEdit={mayEdit}
        empty={<NoDocuments />}
        recordPath={recordPath}
        historyPath={historyPath}
      />
    </Stack>
  );
}
