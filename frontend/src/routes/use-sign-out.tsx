import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { keys } from "../api/keys";
import { signOut } from "../api/session";
import type { User } from "../api/types";
import { drafts, type Kept } from "../lib/drafts";

const UnsavedDialog = lazy(async () => ({
  default: (await import("./unsaved-dialog")).UnsavedDialog,
}));

/** Signing out, which asks first when something is not saved: it would be erased. */
export function useSignOut(then?: () => Promise<void> | void): {
  signOut: () => void;
  dialog: ReactNode;
  error: Error | null;
} {
  const queryClient = useQueryClient();
  const [unsaved, setUnsaved] = useState<Kept[]>([]);
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => then?.() });
  return {
    signOut: () => {
      const found = drafts.of(queryClient.getQueryData<User>(keys.account)?.id ?? "");
      if (found.length === 0) {
        leave.mutate();
      } else {
        setUnsaved(found);
      }
    },
    error: leave.error,
    dialog: unsaved.length > 0 && (
      <Suspense>
        <UnsavedDialog
          unsaved={unsaved}
          leaving={leave.isPending}
          error={leave.error}
          onDiscard={() => {
            leave.mutate();
          }}
          onClose={() => {
            setUnsaved([]);
          }}
        />
      </Suspense>
    ),
  };
}
