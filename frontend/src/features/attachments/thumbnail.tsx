import { useIntersection } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Attachment } from "../../api/types";
import { FileIcon } from "../../ui/record-icons";
import classes from "./attachments.module.css";
import { fileQuery } from "./queries";

/** A small picture of a file; it is fetched when it comes into sight. */
export function Thumbnail({ attachment }: { attachment: Attachment }) {
  const { ref, entry } = useIntersection();
  const [seen, setSeen] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  if (entry?.isIntersecting === true && !seen) {
    setSeen(true);
  }
  const isImage = attachment.content_type !== "application/pdf";
  const file = useQuery({ ...fileQuery(attachment), enabled: seen && isImage }).data;
  return (
    <span ref={ref} className={classes.thumbnail}>
      {isImage && file !== undefined && !unreadable ? (
        <img
          src={file.url}
          alt=""
          onError={() => {
            setUnreadable(true);
          }}
        />
      ) : (
        <FileIcon />
      )}
    </span>
  );
}
