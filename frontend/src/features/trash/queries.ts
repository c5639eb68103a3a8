import { infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type { Trashed } from "../../api/types";

export const trashQuery = (family_id: string) =>
  infiniteQueryOptions({
    queryKey: keys.trash(family_id),
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(
        api.GET("/api/families/{family_id}/trash", {
          params: { path: { family_id }, query: cursor === null ? {} : { cursor } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

export async function restore({ kind, id, child_id }: Trashed): Promise<void> {
  if (kind === "child" || child_id == null) {
    await bodyOf(
      api.POST("/api/children/{child_id}/restore", { params: { path: { child_id: id } } }),
    );
  } else {
    await bodyOf(
      api.POST("/api/children/{child_id}/records/{record_id}/restore", {
        params: { path: { child_id, record_id: id } },
      }),
    );
  }
}

/** What comes back shows up on any page of the family and the child. */
export async function refreshRecord(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["family"] }),
    queryClient.invalidateQueries({ queryKey: ["child"] }),
  ]);
}
