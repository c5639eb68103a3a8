import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { put } from "../../api/put";
import type { Attachment } from "../../api/types";
import { prepare } from "./prepare";

interface Sending {
  childId: string;
  /** Made here, so that announcing twice is the same file. */
  id: string;
  file: File;
  record: string | null;
  signal: AbortSignal;
  /** How much of it has left, from 0 to 1. */
  onShare: (share: number) => void;
  onSent: () => void;
}

/** Announces a file, sends it to the store and completes it; from then on everybody sees it. */
export async function sendFile(sending: Sending): Promise<Attachment> {
  const { childId, id, file, record, signal } = sending;
  const { bytes, contentType, checksum } = await prepare(file);
  signal.throwIfAborted();
  const announced = await bodyOf(
    api.POST("/api/children/{child_id}/attachments", {
      params: { path: { child_id: childId }, query: { id } },
      body: {
        title: titleOf(file),
        kind: contentType === "application/pdf" ? "report" : "photo",
        content_type: contentType,
        size: bytes.size,
        checksum_sha256: checksum,
        record,
      },
      signal,
    }),
  );
  if (announced.upload !== null) {
    await put(announced.upload, bytes, signal, sending.onShare);
  }
  sending.onSent();
  return bodyOf(
    api.POST("/api/children/{child_id}/attachments/{attachment_id}/complete", {
      params: { path: { child_id: childId, attachment_id: id } },
      signal,
    }),
  );
}

/** The name of a file without its ending; a photo from a clipboard or camera has none of its own. */
function titleOf({ name }: File): string {
  const plain = name
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replaceAll("_", " ")
    .trim()
    .slice(0, 200);
  return plain === "" ? name.slice(0, 200) : plain;
}
