import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";

/** The history of a record, or of the child's own details where no record is named. */
export const historyQuery = (child_id: string, record_id: string | null) =>
  infiniteQueryOptions({
    queryKey: keys.history(child_id, record_id ?? "child"),
    queryFn: ({ pageParam: cursor }) => {
      const query = cursor === null ? {} : { cursor };
      return bodyOf(
        record_id === null
          ? api.GET("/api/children/{child_id}/history", { params: { path: { child_id }, query } })
          : api.GET("/api/children/{child_id}/records/{record_id}/history", {
              params: { path: { child_id, record_id }, query },
            }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

export const childQuery = (child_id: string) =>
  queryOptions({
    queryKey: keys.child(child_id),
    queryFn: () => bodyOf(api.GET("/api/children/{child_id}", { params: { path: { child_id } } })),
  });
