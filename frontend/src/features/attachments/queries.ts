import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ifMatch } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type { Attachment, AttachmentDetails } from "../../api/types";

/** The files of a record, or all of a child. */
export const attachmentsQuery = (child_id: string, record: string | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.attachments(child_id), record] as const,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/children/{child_id}/attachments", {
          params: {
            path: { child_id },
            query: {
              limit: record === null ? 25 : 100,
              ...(record === null ? {} : { record }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.next,
  });

/** An address of the file; it holds five minutes, so it is asked for again after four. */
export const fileQuery = ({ child_id, id }: Pick<Attachment, "child_id" | "id">) =>
  queryOptions({
    queryKey: keys.attachmentFile(child_id, id),
    queryFn: () =>
      bodyOf(
        api.GET("/api/children/{child_id}/attachments/{attachment_id}/file", {
          params: { path: { child_id, attachment_id: id } },
        }),
      ),
    staleTime: 240_000,
    gcTime: 240_000,
    refetchOnWindowFocus: false,
  });

export function readAttachment({ child_id, id }: Attachment): Promise<Attachment> {
  return bodyOf(
    api.GET("/api/children/{child_id}/attachments/{attachment_id}", {
      params: { path: { child_id, attachment_id: id } },
    }),
  );
}

export function replaceAttachment(over: Attachment, body: AttachmentDetails): Promise<Attachment> {
  return bodyOf(
    api.PUT("/api/children/{child_id}/attachments/{attachment_id}", {
      params: {
        path: { child_id: over.child_id, attachment_id: over.id },
        header: ifMatch(over),
      },
      body,
    }),
  );
}

export async function deleteAttachment(attachment: Attachment): Promise<void> {
  await bodyOf(
    api.DELETE("/api/children/{child_id}/attachments/{attachment_id}", {
      params: {
        path: { child_id: attachment.child_id, attachment_id: attachment.id },
        header: ifMatch(attachment),
      },
    }),
  );
}
