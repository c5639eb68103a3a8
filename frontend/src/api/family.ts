import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import { bodyOf } from "./errors";
import { keys } from "./keys";

// What several parts of the app ask about a family.

export const familiesQuery = queryOptions({
  queryKey: keys.families,
  queryFn: async () => (await bodyOf(api.GET("/api/families"))).items,
});

export const membersQuery = (family_id: string) =>
  queryOptions({
    queryKey: keys.members(family_id),
    queryFn: async () =>
      (
        await bodyOf(
          api.GET("/api/families/{family_id}/members", { params: { path: { family_id } } }),
        )
      ).items,
  });

export const childrenQuery = (family: string) =>
  queryOptions({
    queryKey: keys.childrenOf(family),
    queryFn: async () =>
      (await bodyOf(api.GET("/api/children", { params: { query: { family } } }))).items,
  });
