import { ApiError } from "./errors";
import type { Upload } from "./types";

/** Sends bytes to a presigned address, with exactly the headers that it was signed with. */
export function put(
  { url, method, headers }: Upload,
  bytes: Blob,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // Not fetch: only this tells how much has left.
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => {
      onShare(total === 0 ? 0 : loaded / total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve();
      } else {
        reject(new ApiError(request.status, "upload_refused", ""));
      }
    };
    request.onerror = () => {
      reject(new ApiError(0, "unreachable", ""));
    };
    request.onabort = () => {
      reject(new DOMException("", "AbortError"));
    };
    signal.addEventListener("abort", () => {
      request.abort();
    });
    request.send(bytes);
  });
}
