import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./client";
import { bodyOf } from "./errors";
import { keys } from "./keys";

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
