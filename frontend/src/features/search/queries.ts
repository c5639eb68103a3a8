import { infiniteQueryOptions, skipToken } from "@tanstack/react-query";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type { Search } from "../../api/types";

export type Asked = Omit<Search, "cursor" | "limit">;

/** What was searched for last, in memory alone: for coming back from what was found. */
export const askedKey = (family_id: string) => [...keys.search(family_id), "asked"] as const;

export const searchQuery = (family_id: string, asked: Asked | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.search(family_id), asked] as const,
    queryFn:
      asked === null
        ? skipToken
        : ({ pageParam: cursor }: { pageParam: string | null }) =>
            bodyOf(
              api.POST("/api/families/{family_id}/search", {
                params: { path: { family_id } },
                body: { ...asked, cursor },
              }),
            ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
