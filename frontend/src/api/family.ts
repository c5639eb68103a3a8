import { queryOptions, useQuery } from "@tanstack/react-query";
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

/** The family as I see it, which says what I may do in it. */
export const familyQuery = (family_id: string) =>
  queryOptions({
    queryKey: keys.family(family_id),
    queryFn: () =>
      bodyOf(api.GET("/api/families/{family_id}", { params: { path: { family_id } } })),
  });

export const childQuery = (child_id: string) =>
  queryOptions({
    queryKey: keys.child(child_id),
    queryFn: () => bodyOf(api.GET("/api/children/{child_id}", { params: { path: { child_id } } })),
  });

/** Whether I may change the record of the family; nobody may before that is known. */
export function useMayEdit(familyId: string | undefined): boolean {
  const family = useQuery({ ...familyQuery(familyId ?? ""), enabled: familyId !== undefined });
  return family.data !== undefined && family.data.role !== "viewer";
}
