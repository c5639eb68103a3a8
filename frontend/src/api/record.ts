import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "./client";
import { bodyOf } from "./errors";
import { keys } from "./keys";

// What several parts of the app ask about the record of a family or a child.

export const familiesQuery = queryOptions({
  queryKey: keys.families,
  queryFn: async () => (await bodyOf(api.GET("/api/families"))).items,
});

/** Everything the home page shows, in one call; it also fills in the children's pages. */
export const homeQuery = (queryClient: QueryClient, family_id: string, today: string) =>
  queryOptions({
    queryKey: [...keys.home(family_id), today] as const,
    queryFn: async () => {
      const home = await bodyOf(
        api.GET("/api/families/{family_id}/home", {
          params: { path: { family_id }, query: { today } },
        }),
      );
      for (const child of home.children) {
        queryClient.setQueryData(keys.child(child.id), child);
      }
      return home;
    },
  });

/** Everything of the first view of a child, in one call. */
export const overviewQuery = (queryClient: QueryClient, child_id: string, today: string) =>
  queryOptions({
    queryKey: [...keys.overview(child_id), today] as const,
    queryFn: async () => {
      const overview = await bodyOf(
        api.GET("/api/children/{child_id}/overview", {
          params: { path: { child_id }, query: { today } },
        }),
      );
      queryClient.setQueryData(keys.child(child_id), overview.child);
      return overview;
    },
  });

/** What a record links with, on both sides. */
export const linkedQuery = (child_id: string, record_id: string) =>
  queryOptions({
    queryKey: keys.linked(child_id, record_id),
    queryFn: () =>
      bodyOf(
        api.GET("/api/children/{child_id}/linked/{record_id}", {
          params: { path: { child_id, record_id } },
        }),
      ),
  });

/** After a change of a child's record: everything that may show it is asked for anew, but for what is gone. */
export async function refreshRecord(
  queryClient: QueryClient,
  child_id: string,
  removed?: string,
): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [kind, child, , record] }) =>
        kind === "child" && child === child_id && (removed === undefined || record !== removed),
    }),
    queryClient.invalidateQueries({ queryKey: ["family"] }),
  ]);
}
