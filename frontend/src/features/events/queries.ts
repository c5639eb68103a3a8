import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ifMatch } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type { EventDetails, GivenDose, MedicalEvent } from "../../api/types";

const PAGE = 100;

export const childEventsQuery = (child_id: string) =>
  infiniteQueryOptions({
    queryKey: keys.events(child_id),
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET("/api/children/{child_id}/medical-events", {
          params: {
            path: { child_id },
            query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const eventQuery = (child_id: string, event_id: string) =>
  queryOptions({
    queryKey: keys.event(child_id, event_id),
    queryFn: () => readEvent(child_id, event_id),
  });

export function readEvent(child_id: string, event_id: string): Promise<MedicalEvent> {
  return bodyOf(
    api.GET("/api/children/{child_id}/medical-events/{event_id}", {
      params: { path: { child_id, event_id } },
    }),
  );
}

export function createEvent(
  child_id: string,
  id: string,
  body: EventDetails,
): Promise<MedicalEvent> {
  return bodyOf(
    api.POST("/api/children/{child_id}/medical-events", {
      params: { path: { child_id }, query: { id } },
      body,
    }),
  );
}

/** Replaces the version `over`; a newer one makes it fail with 412. */
export function replaceEvent(over: MedicalEvent, body: EventDetails): Promise<MedicalEvent> {
  return bodyOf(
    api.PUT("/api/children/{child_id}/medical-events/{event_id}", {
      params: {
        path: { child_id: over.child_id, event_id: over.id },
        header: ifMatch(over),
      },
      body,
    }),
  );
}

export async function deleteEvent(event: MedicalEvent): Promise<void> {
  await bodyOf(
    api.DELETE("/api/children/{child_id}/medical-events/{event_id}", {
      params: {
        path: { child_id: event.child_id, event_id: event.id },
        header: ifMatch(event),
      },
    }),
  );
}

export function addDose(event: MedicalEvent, body: GivenDose): Promise<MedicalEvent> {
  return bodyOf(
    api.POST("/api/children/{child_id}/medical-events/{event_id}/doses", {
      params: { path: { child_id: event.child_id, event_id: event.id } },
      body,
    }),
  );
}

/** The details of an event, as a change of some of them begins. */
export function detailsOf(event: MedicalEvent): EventDetails {
  const {
    type,
    name,
    date,
    ended_on,
    place,
    outcome,
    result,
    vaccine,
    medication,
    allergy,
    visit_id,
    measured_by,
    notes,
    tags,
  } = event;
  return {
    type,
    name,
    date,
    ended_on,
    place,
    outcome,
    result,
    vaccine,
    medication,
    allergy,
    visit_id,
    measured_by,
    notes,
    tags,
  };
}
