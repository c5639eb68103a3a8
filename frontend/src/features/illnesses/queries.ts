import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ifMatch } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type {
  Illness,
  IllnessDetails,
  IllnessType,
  MedicineGiven,
  TemperatureReading,
} from "../../api/types";

export interface IllnessFilters {
  child: string | null;
  type: IllnessType | null;
  from: string | null;
  to: string | null;
}

const PAGE = 30;

export const childIllnessesQuery = (child_id: string) =>
  infiniteQueryOptions({
    queryKey: keys.illnesses(child_id),
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/children/{child_id}/illnesses", {
          params: { path: { child_id }, query: { limit: PAGE, ...cursor(pageParam) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const familyIllnessesQuery = (
  family_id: string,
  { child, type, from, to }: IllnessFilters,
) =>
  infiniteQueryOptions({
    queryKey: [...keys.familyIllnesses(family_id), child, type, from, to] as const,
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/families/{family_id}/illnesses", {
          params: {
            path: { family_id },
            query: {
              limit: PAGE,
              ...(child === null ? {} : { child }),
              ...(type === null ? {} : { type }),
              ...(from === null ? {} : { from }),
              ...(to === null ? {} : { to }),
              ...cursor(pageParam),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (previous) => previous,
  });

export const illnessQuery = (child_id: string, illness_id: string) =>
  queryOptions({
    queryKey: keys.illness(child_id, illness_id),
    queryFn: () => readIllness(child_id, illness_id),
  });

export const heatmapQuery = (family_id: string, year: number, child: string | null) =>
  queryOptions({
    queryKey: [...keys.heatmap(family_id), year, child] as const,
    queryFn: () =>
      bodyOf(
        api.GET("/api/families/{family_id}/heatmap", {
          params: { path: { family_id }, query: { year, ...(child === null ? {} : { child }) } },
        }),
      ),
    placeholderData: (previous) => previous,
  });

export function readIllness(child_id: string, illness_id: string): Promise<Illness> {
  return bodyOf(
    api.GET("/api/children/{child_id}/illnesses/{illness_id}", {
      params: { path: { child_id, illness_id } },
    }),
  );
}

export function createIllness(
  child_id: string,
  id: string,
  body: IllnessDetails,
): Promise<Illness> {
  return bodyOf(
    api.POST("/api/children/{child_id}/illnesses", {
      params: { path: { child_id }, query: { id } },
      body,
    }),
  );
}

/** Replaces the version `over`; a newer one makes it fail with 412. */
export function replaceIllness(over: Illness, body: IllnessDetails): Promise<Illness> {
  return bodyOf(
    api.PUT("/api/children/{child_id}/illnesses/{illness_id}", {
      params: {
        path: { child_id: over.child_id, illness_id: over.id },
        header: ifMatch(over),
      },
      body,
    }),
  );
}

export async function deleteIllness(illness: Illness): Promise<void> {
  await bodyOf(
    api.DELETE("/api/children/{child_id}/illnesses/{illness_id}", {
      params: {
        path: { child_id: illness.child_id, illness_id: illness.id },
        header: ifMatch(illness),
      },
    }),
  );
}

export function addTemperature(
  child_id: string,
  illness_id: string,
  body: TemperatureReading,
): Promise<Illness> {
  return bodyOf(
    api.POST("/api/children/{child_id}/illnesses/{illness_id}/temperatures", {
      params: { path: { child_id, illness_id } },
      body,
    }),
  );
}

export function addMedicine(
  child_id: string,
  illness_id: string,
  body: MedicineGiven,
): Promise<Illness> {
  return bodyOf(
    api.POST("/api/children/{child_id}/illnesses/{illness_id}/medicines", {
      params: { path: { child_id, illness_id } },
      body,
    }),
  );
}

/** The details of an illness, as a change of some of them begins. */
export function detailsOf(illness: Illness): IllnessDetails {
  const {
    types,
    other_name,
    started_on,
    ended_on,
    severity,
    symptoms,
    temperatures,
    medicines,
    days_missed,
    visit_ids,
    measured_by,
    notes,
    tags,
  } = illness;
  return {
    types,
    other_name,
    started_on,
    ended_on,
    severity,
    symptoms,
    temperatures,
    medicines,
    days_missed,
    visit_ids,
    measured_by,
    notes,
    tags,
  };
}

function cursor(next: string | null): { cursor?: string } {
  return next === null ? {} : { cursor: next };
}
