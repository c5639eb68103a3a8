import { useForm, type UseFormInput, type UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { useAccount } from "../api/account";
import { drafts, isAlike, isSame, type DraftOf } from "./drafts";
import { newId } from "./ids";

type Prefix = Parameters<typeof newId>[0];

export interface Draft {
  /** The id of a new record: the same at each attempt, also after a reload. */
  id: string;
  /** The version that the person began to change, which may not be the latest any more. */
  rev: number | null;
  /** What was typed before the form was opened anew. */
  restore: () => object | null;
  keep: (values: object, rev: number | null) => void;
  /** Keeps the id of a new record, to which files belong already. */
  hold: () => void;
  /** Goes on as a draft about another child. */
  moveTo: (about: string) => void;
  /** It is saved, or not wanted any more. */
  clear: () => void;
  /** It is saved, and the next new record begins. */
  next: () => void;
}

/** The draft of one form, which outlives a reload, an ended session and a dead network. */
export function useDraft(of: DraftOf, prefix: Prefix): Draft {
  const { id: userId } = useAccount();
  const { kind, about, record } = of;
  const key = `${userId} ${kind} ${about} ${record}`;
  const begin = () => {
    const kept = drafts.read(userId, of);
    return { key, id: kept?.id ?? newId(prefix), rev: kept?.rev ?? null };
  };
  const [begun, setBegun] = useState(begin);
  if (begun.key !== key) {
    setBegun(begin());
  }
  const write = (draft: DraftOf, values: object | null, rev: number | null) => {
    drafts.keep(userId, {
      ...draft,
      id: begun.id,
      rev,
      values,
      path: location.pathname + location.search,
      savedAt: Date.now(),
    });
  };
  const clear = () => {
    drafts.erase(userId, of);
    setBegun((before) => ({ ...before, rev: null }));
  };
  return {
    id: begun.id,
    rev: begun.rev,
    restore: () => drafts.read(userId, of)?.values ?? null,
    keep: (values, rev) => {
      write(of, values, rev);
    },
    hold: () => {
      write(of, drafts.read(userId, of)?.values ?? null, null);
    },
    moveTo: (other) => {
      const kept = drafts.read(userId, of);
      if (kept !== null) {
        drafts.erase(userId, of);
        write({ ...of, about: other }, kept.values, kept.rev);
      }
    },
    clear,
    next: () => {
      clear();
      setBegun({ key, id: newId(prefix), rev: null });
    },
  };
}

/** The version to save over: the one that the draft was begun with, so that a newer one is noticed. */
export function begunWith<Saved extends { rev: number }>(draft: Draft, read: Saved): Saved {
  return draft.rev === null ? read : { ...read, rev: draft.rev };
}

interface DraftForm<Values extends object> {
  form: UseFormReturnType<Values>;
  /** Brings the form back to what it was before anything was typed; none where nothing was restored. */
  onDiscard: (() => void) | null;
  /** It is saved, and the form stays for the next record. */
  next: (values: Values) => void;
}

/** A form that begins with its draft, and keeps each change of it. */
export function useDraftForm<Values extends object>(
  draft: Draft,
  rev: number | null,
  input: UseFormInput<Values> & { initialValues: Values },
): DraftForm<Values> {
  const [fresh, setFresh] = useState(input.initialValues);
  const [restored, setRestored] = useState(() => {
    const kept = draft.restore();
    return kept !== null && isAlike(fresh, kept) ? (kept as Values) : null;
  });
  const form = useForm<Values>({
    ...input,
    initialValues: restored ?? fresh,
    onValuesChange: (values) => {
      if (isSame(values, fresh)) {
        draft.clear();
      } else {
        draft.keep(values, rev);
      }
    },
  });
  return {
    form,
    next: (values) => {
      form.setValues(values);
      setFresh(values);
      setRestored(null);
      draft.next();
    },
    onDiscard:
      restored === null
        ? null
        : () => {
            form.setValues(fresh);
            form.clearErrors();
            setRestored(null);
            draft.clear();
          },
  };
}
