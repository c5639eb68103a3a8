import {
  infiniteQueryOptions,
  queryOptions,
  type QueryClient,
  type QueryKey,
} from "@tanstack/react-query";
import { api, ifMatch } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type { Home, Linked, Visit, VisitBody } from "../../api/types";
import type { Filters } from "./filters";

const PAGE = 25;

/** Whose visits: those of one child, or those of the whole family. */
export type Whose =
  { kind: "family"; familyId: string } | { kind: "child"; childId: string; familyId?: string };

interface VisitsPage {
  items: Visit[];
  next?: string | null;
}

export interface VisitsAsked extends Filters {
  from: string;
  to: string;
}

const keyOf = (whose: Whose) =>
  whose.kind === "family" ? keys.familyVisits(whose.familyId) : keys.visits(whose.childId);

/** Visits page by page. */
export const visitsQuery = (whose: Whose, asked: VisitsAsked) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(whose), asked] as QueryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }): Promise<VisitsPage> => {
      const query = {
        limit: PAGE,
        sort: asked.sort,
        ...(asked.type === "" ? {} : { type: asked.type }),
        ...(asked.from === "" ? {} : { from: asked.from }),
        ...(asked.to === "" ? {} : { to: asked.to }),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      };
      return whose.kind === "family"
        ? bodyOf(
            api.GET("/api/families/{family_id}/visits", {
              params: {
                path: { family_id: whose.familyId },
                query: { ...query, ...(asked.child === "" ? {} : { child: asked.child }) },
              },
            }),
          )
        : bodyOf(
            api.GET("/api/children/{child_id}/visits", {
              params: { path: { child_id: whose.childId }, query },
            }),
          );
    },
    getNextPageParam: (page) => page.next,
  });

/** Visits in which all words occur, newest first; what is searched for travels in the body alone. */
export const foundVisitsQuery = (familyId: string, asked: VisitsAsked, text: string) =>
  infiniteQueryOptions({
    queryKey: [...keys.familyVisits(familyId), "found", asked, text] as QueryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }): Promise<VisitsPage> => {
      const page = await bodyOf(
        api.POST("/api/families/{family_id}/search", {
          params: { path: { family_id: familyId } },
          body: {
            text,
            kinds: ["visit"],
            limit: PAGE,
            ...(asked.child === "" ? {} : { child: asked.child }),
            ...(asked.type === "" ? {} : { types: [asked.type] }),
            ...(asked.from === "" ? {} : { from: asked.from }),
            ...(asked.to === "" ? {} : { to: asked.to }),
            ...(pageParam === undefined ? {} : { cursor: pageParam }),
          },
        }),
      );
      const items = page.items.flatMap((entry) => (entry.kind === "visit" ? [entry.record] : []));
      return { items, next: page.next ?? null };
    },
    getNextPageParam: (page) => page.next,
    // A search stays nowhere for longer than its page is open.
    gcTime: 0,
  });

/** Home of the family, for its children and for what I may do in it. */
export const homeQuery = (queryClient: QueryClient, family_id: string) =>
  queryOptions({
    queryKey: keys.home(family_id),
    queryFn: async (): Promise<Home> => {
      const home = await bodyOf(
        api.GET("/api/families/{family_id}/home", { params: { path: { family_id } } }),
      );
      for (const child of home.children) {
        queryClient.setQueryData(keys.child(child.id), child);
      }
      return home;
    },
  });

export const visitQuery = (childId: string, visitId: string) =>
  queryOptions({
    queryKey: keys.visit(childId, visitId),
    queryFn: () => readVisit(childId, visitId),
  });

/** What was found at a visit, and the files that belong to it. */
export const linkedQuery = (childId: string, visitId: string) =>
  queryOptions({
    queryKey: keys.linked(childId, visitId),
    queryFn: (): Promise<Linked> =>
      bodyOf(
        api.GET("/api/children/{child_id}/linked/{record_id}", {
          params: { path: { child_id: childId, record_id: visitId } },
        }),
      ),
  });

/** The latest visits of the family: where they were and whom the child saw, to complete from. */
export const recentVisitsQuery = (family_id: string) =>
  queryOptions({
    queryKey: [...keys.familyVisits(family_id), "recent"] as const,
    queryFn: () =>
      bodyOf(
        api.GET("/api/families/{family_id}/visits", {
          params: { path: { family_id }, query: { limit: 100 } },
        }),
      ),
  });

export function readVisit(child_id: string, visit_id: string): Promise<Visit> {
  return bodyOf(
    api.GET("/api/children/{child_id}/visits/{visit_id}", {
      params: { path: { child_id, visit_id } },
    }),
  );
}

export function createVisit(child_id: string, id: string, body: VisitBody): Promise<Visit> {
  return bodyOf(
    api.POST("/api/children/{child_id}/visits", {
      params: { path: { child_id }, query: { id } },
      body,
    }),
  );
}

/** Replaces the version `over`; a newer one makes it fail with 412. */
export function replaceVisit(over: Visit, body: VisitBody): Promise<Visit> {
  return bodyOf(
    api.PUT("/api/children/{child_id}/visits/{visit_id}", {
      params: { path: { child_id: over.child_id, visit_id: over.id }, header: ifMatch(over) },
      body,
    }),
  );
}

export async function deleteVisit(visit: Visit, records: "keep" | "delete"): Promise<void> {
  await bodyOf(
    api.DELETE("/api/children/{child_id}/visits/{visit_id}", {
      params: {
        path: { child_id: visit.child_id, visit_id: visit.id },
        query: { records },
        header: ifMatch(visit),
      },
    }),
  );
}

/** What a changed visit changes elsewhere: lists, timelines, growth and home. */
export async function refreshRecord(queryClient: QueryClient, childId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.child(childId) }),
    queryClient.invalidateQueries({ queryKey: ["family"] }),
  ]);
}
