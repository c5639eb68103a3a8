import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api, ifMatch } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type { Growth, Measurement, MeasurementDetails } from "../../api/types";

/** The growth of a child; it brings the child along for the header of the page. */
export const growthQuery = (
  queryClient: QueryClient,
  child_id: string,
  { standard, correction }: Pick<Growth, "standard" | "correction">,
) =>
  queryOptions({
    queryKey: [...keys.growth(child_id), standard, correction] as const,
    queryFn: async () => {
      const growth = await bodyOf(
        api.GET("/api/children/{child_id}/growth", {
          params: { path: { child_id }, query: { standard, correction } },
        }),
      );
      queryClient.setQueryData(keys.child(child_id), growth.child);
      return growth;
    },
    // Another standard keeps the page in place while it loads; another child never does.
    placeholderData: (previous) => (previous?.child.id === child_id ? previous : undefined),
  });

export function readMeasurement(child_id: string, measurement_id: string): Promise<Measurement> {
  return bodyOf(
    api.GET("/api/children/{child_id}/measurements/{measurement_id}", {
      params: { path: { child_id, measurement_id } },
    }),
  );
}

export function createMeasurement(
  child_id: string,
  id: string,
  body: MeasurementDetails,
): Promise<Measurement> {
  return bodyOf(
    api.POST("/api/children/{child_id}/measurements", {
      params: { path: { child_id }, query: { id } },
      body,
    }),
  );
}

/** Replaces the version `over`; a newer one makes it fail with 412. */
export function replaceMeasurement(
  over: Measurement,
  body: MeasurementDetails,
): Promise<Measurement> {
  return bodyOf(
    api.PUT("/api/children/{child_id}/measurements/{measurement_id}", {
      params: {
        path: { child_id: over.child_id, measurement_id: over.id },
        header: ifMatch(over),
      },
      body,
    }),
  );
}

export async function deleteMeasurement(measurement: Measurement): Promise<void> {
  await bodyOf(
    api.DELETE("/api/children/{child_id}/measurements/{measurement_id}", {
      params: {
        path: { child_id: measurement.child_id, measurement_id: measurement.id },
        header: ifMatch(measurement),
      },
    }),
  );
}

/** What a changed measurement changes elsewhere. */
export async function refreshGrowth(queryClient: QueryClient, child_id: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.growth(child_id) }),
    queryClient.invalidateQueries({ queryKey: ["family"] }),
  ]);
}
