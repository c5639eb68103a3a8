import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../api/errors";
import { begunWith, type Draft } from "./use-draft";

interface ReplaceProps<Saved, Details> {
  /** What was typed before over some version, which may be older than the one that was read. */
  draft: Draft;
  /** The version that was read when the form was opened. */
  read: Saved;
  reread: () => Promise<Saved>;
  replace: (over: Saved, details: Details) => Promise<Saved>;
  remove: (over: Saved) => Promise<void>;
  onSaved: (saved: Saved) => Promise<void> | void;
  onRemoved: () => Promise<void> | void;
}

/** A record that is changed or deleted over the version that was read; a newer version asks the person. */
export function useReplace<Saved extends { rev: number }, Details>({
  draft,
  read,
  reread,
  replace,
  remove,
  onSaved,
  onRemoved,
}: ReplaceProps<Saved, Details>) {
  const [base, setBase] = useState(() => begunWith(draft, read));
  // `mine` is what I wanted to save; null when I wanted to delete.
  const [conflict, setConflict] = useState<{ mine: Details | null; theirs: Saved } | null>(null);
  const onError = async (error: Error, mine: Details | null) => {
    if (isChangedMeanwhile(error)) {
      setConflict({ mine, theirs: await reread() });
    }
  };
  const saving = useMutation({
    mutationFn: ({ details, over }: { details: Details; over: Saved }) => replace(over, details),
    onSuccess: (saved) => {
      draft.clear();
      return onSaved(saved);
    },
    onError: (error, { details }) => onError(error, details),
  });
  const removing = useMutation({
    mutationFn: remove,
    onSuccess: () => {
      draft.clear();
      return onRemoved();
    },
    onError: (error) => onError(error, null),
  });
  const failed = saving.error ?? removing.error;
  return {
    base,
    conflict,
    /** What went wrong, apart from a conflict, which has its own words. */
    problem: failed !== null && !isChangedMeanwhile(failed) ? failed : null,
    isSaving: saving.isPending,
    isRemoving: removing.isPending,
    save: (details: Details) => {
      saving.mutate({ details, over: base });
    },
    remove: () => {
      removing.mutate(base);
    },
    keepMine: () => {
      if (conflict?.mine === null) {
        removing.mutate(conflict.theirs);
      } else if (conflict !== null) {
        saving.mutate({ details: conflict.mine, over: conflict.theirs });
      }
    },
    takeTheirs: () => {
      if (conflict !== null) {
        draft.clear();
        setBase(conflict.theirs);
        setConflict(null);
        saving.reset();
        removing.reset();
      }
    },
  };
}

function isChangedMeanwhile(error: Error): boolean {
  return error instanceof ApiError && error.status === 412;
}
