import { Skeleton, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useProblemSentence } from "../lib/problems";
import { Conflict } from "./conflict";
import { DeleteRecord } from "./delete-record";
import { Notice } from "./notice";
import { Page } from "./page";
import { SaveProblem } from "./save-problem";

interface EditPageFrameProps {
  title: string;
  back: ReactNode;
  /** Why it could not be read. */
  error: Error | null;
  /** The form, once what it changes is there. */
  children: ReactNode;
}

/** A page that changes a record: it waits for the record, or says why it cannot be read. */
export function EditPageFrame({ title, back, error, children }: EditPageFrameProps) {
  const problem = useProblemSentence();
  return (
    <Page title={title} width="form">
      {back}
      <Stack gap="lg">
        <Title order={1}>{title}</Title>
        {children ??
          (error === null ? (
            <Skeleton height="var(--chart-height)" />
          ) : (
            <Notice tone="look" role="alert">
              {problem(error)}
            </Notice>
          ))}
      </Stack>
    </Page>
  );
}

type Rows = readonly { label: string; value: string }[];

interface EditFrameProps {
  /** What is shown of a change over another version, as `lib/use-replace.ts` has it. */
  edit: {
    problem: Error | null;
    isSaving: boolean;
    isRemoving: boolean;
    remove: () => void;
    keepMine: () => void;
    takeTheirs: () => void;
  };
  /** The form that saves it. */
  form: string;
  /** Two versions of the record; `mine` is null where I wanted to delete it. */
  conflict: { mine: Rows | null; theirs: Rows; savedAt: string } | null;
  children: ReactNode;
}

/** A form that changes or deletes a record, and the choice between two versions of it. */
export function EditFrame({ edit, form, conflict, children }: EditFrameProps) {
  return (
    <Stack gap="lg">
      <SaveProblem error={edit.problem} form={form} />
      {conflict !== null && (
        <Conflict
          rows={conflict.theirs.map(({ label, value }, row) => ({
            label,
            mine: conflict.mine?.[row]?.value ?? "",
            theirs: value,
          }))}
          savedAt={conflict.savedAt}
          saving={edit.isSaving || edit.isRemoving}
          onKeepMine={edit.keepMine}
          onTakeTheirs={edit.takeTheirs}
        />
      )}
      <div hidden={conflict !== null}>
        <Stack gap="lg">
          {children}
          <DeleteRecord deleting={edit.isRemoving} onDelete={edit.remove} />
        </Stack>
      </div>
    </Stack>
  );
}
