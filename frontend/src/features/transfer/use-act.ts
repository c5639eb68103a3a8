import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys";
import type { Job } from "../../api/types";
import { changeJob, runImport, type JobAct } from "./queries";

type Act = { act: JobAct } | { act: "run"; children: string[] | null };

/** Changes a job, and shows at once what became of it. */
export function useAct(job: Job) {
  const queryClient = useQueryClient();
  const { family_id, id } = job;
  return useMutation({
    mutationFn: (act: Act) =>
      act.act === "run" ? runImport(family_id, id, act.children) : changeJob(job, act.act),
    onSuccess: (changed) => {
      queryClient.setQueryData(keys.job(family_id, id), changed);
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.job(family_id, id) }),
        queryClient.invalidateQueries({ queryKey: keys.jobs(family_id) }),
      ]),
  });
}
