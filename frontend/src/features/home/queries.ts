import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";

/** Everything the home page shows, in one call; it also fills in the children's pages. */
export const homeQuery = (queryClient: QueryClient, family_id: string) =>
  queryOptions({
    queryKey: keys.home(family_id),
    queryFn: async () => {
      const home = await bodyOf(
        api.GET("/api/families/{family_id}/home", { params: { path: { family_id } } }),
      );
      for (const child of home.children) {
        queryClient.setQueryData(keys.child(child.id), child);
      }
      return home;
    },
  });
