import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client";
import { ApiError, bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import { put } from "../../api/put";
import type { Child } from "../../api/types";
import { checksumOf } from "./prepare";

/** The picture itself, as a data: address; another picture has another id, so it never gets old. */
export const pictureQuery = (child_id: string, avatar: string) =>
  queryOptions({
    queryKey: keys.avatar(child_id, avatar),
    queryFn: async ({ signal }) => {
      const { url } = await bodyOf(
        api.GET("/api/children/{child_id}/avatar", { params: { path: { child_id } }, signal }),
      );
      const response = await fetch(url, { signal });
      if (!response.ok) {
        throw new ApiError(response.status, "unknown", "");
      }
      return dataUrlOf(await response.blob());
    },
    staleTime: Infinity,
    retry: false,
  });

/** Sends a picture of a child, which takes the place of the former one. */
export async function setPicture(child_id: string, picture: Blob): Promise<Child> {
  const { id, upload } = await bodyOf(
    api.POST("/api/children/{child_id}/avatar", {
      params: { path: { child_id } },
      body: {
        content_type: "image/jpeg",
        size: picture.size,
        checksum_sha256: await checksumOf(picture),
      },
    }),
  );
  await put(upload, picture, new AbortController().signal, () => undefined);
  return bodyOf(
    api.POST("/api/children/{child_id}/avatar/complete", {
      params: { path: { child_id } },
      body: { id },
    }),
  );
}

export async function removePicture(child_id: string): Promise<void> {
  await bodyOf(api.DELETE("/api/children/{child_id}/avatar", { params: { path: { child_id } } }));
}

function dataUrlOf(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      resolve(reader.result as string);
    };
    reader.onerror = () => {
      reject(new ApiError(0, "unreachable", ""));
    };
    reader.readAsDataURL(bytes);
  });
}
