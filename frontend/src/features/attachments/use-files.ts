import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ApiError } from "../../api/errors";
import { keys } from "../../api/keys";
import { newId } from "../../lib/ids";
import { attachmentsQuery, deleteAttachment } from "./queries";
import { sendFile } from "./upload";

/** A file on its way, or one that did not arrive. */
export interface Sent {
  id: string;
  file: File;
  state:
    | { kind: "waiting" }
    | { kind: "sending"; share: number }
    | { kind: "checking" }
    | { kind: "failed"; error: unknown };
}

const AT_ONCE = 2;

export type Files = ReturnType<typeof useFiles>;

/** The files of a child or of one of its records, and those on their way there. */
export function useFiles(childId: string, record: string | null) {
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(attachmentsQuery(childId, record));
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const queue = useRef<{ running: number; waiting: (() => void)[] }>({ running: 0, waiting: [] });
  const controllers = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = controllers.current;
    return () => {
      // Nobody would see the rest arrive.
      for (const controller of running.values()) {
        controller.abort();
      }
    };
  }, []);

  const change = (id: string, state: Sent["state"]) => {
    setSent((all) => all.map((each) => (each.id === id ? { ...each, state } : each)));
  };
  const forget = (id: string) => {
    setSent((all) => all.filter((each) => each.id !== id));
  };
  const send = async (id: string, file: File, controller: AbortController) => {
    const { current } = queue;
    if (current.running >= AT_ONCE) {
      await new Promise<void>((resolve) => {
        current.waiting.push(resolve);
      });
    }
    current.running += 1;
    try {
      controller.signal.throwIfAborted();
      change(id, { kind: "sending", share: 0 });
      await sendFile({
        childId,
        id,
        file,
        record,
        signal: controller.signal,
        onShare: (share) => {
          change(id, { kind: "sending", share });
        },
        onSent: () => {
          change(id, { kind: "checking" });
        },
      });
      await queryClient.invalidateQueries({ queryKey: keys.attachments(childId) });
      void queryClient.invalidateQueries({ queryKey: keys.child(childId), refetchType: "none" });
      forget(id);
    } catch (error) {
      if (!controller.signal.aborted) {
        change(id, { kind: "failed", error });
      }
    } finally {
      controllers.current.delete(id);
      current.running -= 1;
      current.waiting.shift()?.();
    }
  };
  const start = (id: string, file: File) => {
    const controller = new AbortController();
    controllers.current.set(id, controller);
    void send(id, file, controller);
  };
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  return {
    childId,
    record,
    list,
    found,
    sent,
    /** Whether some file is still on its way. */
    sending: sent.some(({ state }) => state.kind !== "failed"),
    add: (files: readonly File[]) => {
      const added = files.map((file) => ({ id: newId("att"), file }));
      setSent((all) => [
        ...all,
        ...added.map((each) => ({ ...each, state: { kind: "waiting" } as const })),
      ]);
      for (const { id, file } of added) {
        start(id, file);
      }
    },
    cancel: (id: string) => {
      controllers.current.get(id)?.abort();
      forget(id);
    },
    retry: ({ id, file, state }: Sent) => {
      // What the server has looked at and refused needs another id.
      const refused =
        state.kind === "failed" && state.error instanceof ApiError && state.error.status >= 400;
      const next = refused ? newId("att") : id;
      setSent((all) =>
        all.map((each) => (each.id === id ? { id: next, file, state: { kind: "waiting" } } : each)),
      );
      start(next, file);
    },
    /** Takes away what was added to a record that was never saved. */
    discard: async () => {
      for (const controller of controllers.current.values()) {
        controller.abort();
      }
      await Promise.allSettled(found.map(deleteAttachment));
      void queryClient.invalidateQueries({ queryKey: keys.attachments(childId) });
    },
  };
}
