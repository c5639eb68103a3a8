import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { keys } from "../../api/keys";
import { put } from "../../api/put";
import type { ImportSource, Job, JobAnswer } from "../../api/types";
import { newId } from "../../lib/ids";
import { changeJob, createImport, previewImport, readJob } from "./queries";

/** Sends a file to import, and has it read. */
export function useSend(familyId: string, onRead: (job: Job) => void) {
  const queryClient = useQueryClient();
  const [share, setShare] = useState(0);
  const controller = useRef<AbortController | null>(null);
  // The same file sent again is the same import.
  const last = useRef<{ what: string; id: string } | null>(null);
  useEffect(
    () => () => {
      controller.current?.abort();
    },
    [],
  );

  const upload = async (job: JobAnswer, file: File): Promise<Job> => {
    controller.current = new AbortController();
    if (job.upload != null) {
      await put(job.upload, file, controller.current.signal, setShare);
    }
    // An earlier attempt may have come that far without its answer arriving.
    return job.state === "waiting" ? previewImport(familyId, job.id) : job;
  };
  const options = {
    onMutate: () => {
      setShare(0);
    },
    onSuccess: (job: Job) => {
      queryClient.setQueryData(keys.job(familyId, job.id), job);
      onRead(job);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.jobs(familyId) }),
  };
  const first = useMutation({
    mutationFn: async ({ file, source }: { file: File; source: ImportSource }) => {
      const what = JSON.stringify([file.name, file.size, file.lastModified, source]);
      if (last.current?.what !== what) {
        last.current = { what, id: newId("job") };
      }
      const job = await createImport(familyId, last.current.id, { source, size: file.size });
      return upload(job, file);
    },
    ...options,
  });
  const again = useMutation({
    // The address of the first attempt may have run out.
    mutationFn: async ({ job, file }: { job: Job; file: File }) =>
      upload(await readJob(familyId, job.id), file),
    ...options,
  });
  const error = first.error ?? again.error;
  return {
    share,
    isSending: first.isPending || again.isPending,
    error: error instanceof DOMException ? null : error,
    send: first.mutate,
    sendAgain: again.mutate,
    cancel: () => {
      controller.current?.abort();
      const id = last.current?.id;
      last.current = null;
      if (id !== undefined) {
        // Whatever has arrived of it is of no use to anybody.
        void changeJob({ family_id: familyId, id }, "cancel").catch(() => undefined);
      }
    },
  };
}
