import { queryOptions, type Query } from "@tanstack/react-query";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type { ImportFile, Job, JobAnswer } from "../../api/types";

/** How often to look how far a job is. */
const LOOK_AGAIN_MS = 1000;

/** Whether a worker has something to do. */
export function isWorking({ state }: Pick<Job, "state">): boolean {
  return state === "reading" || state === "running" || state === "undoing";
}

/** Exports and imports of the last week, newest first. */
export const jobsQuery = (family_id: string) =>
  queryOptions({
    queryKey: keys.jobs(family_id),
    queryFn: async () =>
      (await bodyOf(api.GET("/api/families/{family_id}/jobs", { params: { path: { family_id } } })))
        .items,
    staleTime: 0,
    refetchInterval: ({ state }: Query<Job[]>) =>
      state.data?.some(isWorking) === true ? LOOK_AGAIN_MS : false,
  });

export const jobQuery = (family_id: string, job_id: string) =>
  queryOptions({
    queryKey: keys.job(family_id, job_id),
    queryFn: () => readJob(family_id, job_id),
    staleTime: 0,
    refetchInterval: ({ state }: Query<JobAnswer>) =>
      state.data !== undefined && isWorking(state.data) ? LOOK_AGAIN_MS : false,
  });

export function readJob(family_id: string, job_id: string): Promise<JobAnswer> {
  return bodyOf(
    api.GET("/api/families/{family_id}/jobs/{job_id}", { params: { path: { family_id, job_id } } }),
  );
}

/** `children` are the only ones to export; null for all. */
export function createExport(
  family_id: string,
  id: string,
  children: string[] | null,
): Promise<JobAnswer> {
  return bodyOf(
    api.POST("/api/families/{family_id}/exports", {
      params: { path: { family_id }, query: { id } },
      body: { children },
    }),
  );
}

export function createImport(family_id: string, id: string, body: ImportFile): Promise<JobAnswer> {
  return bodyOf(
    api.POST("/api/families/{family_id}/imports", {
      params: { path: { family_id }, query: { id } },
      body,
    }),
  );
}

/** The file is there: have it read. */
export function previewImport(family_id: string, job_id: string): Promise<Job> {
  return bodyOf(
    api.POST("/api/families/{family_id}/imports/{job_id}/preview", {
      params: { path: { family_id, job_id } },
    }),
  );
}

/** `children` are the only ones to import; null for all. */
export function runImport(
  family_id: string,
  job_id: string,
  children: string[] | null,
): Promise<Job> {
  return bodyOf(
    api.POST("/api/families/{family_id}/jobs/{job_id}/run", {
      params: { path: { family_id, job_id } },
      body: { children, existing: "skip" },
    }),
  );
}

export type JobAct = "cancel" | "resume" | "undo";

export function changeJob(
  { family_id, id: job_id }: Pick<Job, "family_id" | "id">,
  act: JobAct,
): Promise<Job> {
  const params = { path: { family_id, job_id } };
  switch (act) {
    case "cancel":
      return bodyOf(api.DELETE("/api/families/{family_id}/jobs/{job_id}", { params }));
    case "resume":
      return bodyOf(api.POST("/api/families/{family_id}/jobs/{job_id}/resume", { params }));
    case "undo":
      return bodyOf(api.POST("/api/families/{family_id}/jobs/{job_id}/undo", { params }));
  }
}
