import { Anchor, Button, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { Link } from "react-router";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "../../api/account";
import { ApiError } from "../../api/errors";
import { keys } from "../../api/keys";
import type { Attachment, AttachmentDetails } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { formatMoment } from "../../lib/dates";
import { begunWith, useDraft, useDraftForm, type Draft } from "../../lib/use-draft";
import { Conflict } from "../../ui/conflict";
import { DeleteRecord } from "../../ui/delete-record";
import { DraftNotice } from "../../ui/draft-notice";
import { SaveProblem } from "../../ui/save-problem";
import { Sheet } from "../../ui/sheet";
import { deleteAttachment, readAttachment, replaceAttachment } from "./queries";
import { attachmentKinds, useKindName } from "./words";

interface AttachmentSheetProps {
  attachment: Attachment;
  historyPath: string | undefined;
  onClose: () => void;
}

/** Retitles a file, says what it shows, or deletes it. */
export function AttachmentSheet({ attachment, historyPath, onClose }: AttachmentSheetProps) {
  const queryClient = useQueryClient();
  const draft = useDraft(
    { kind: "file", about: attachment.child_id, record: attachment.id },
    "att",
  );
  const [base, setBase] = useState(() => begunWith(draft, attachment));
  const [conflict, setConflict] = useState<{
    mine: AttachmentDetails | null;
    theirs: Attachment;
  } | null>(null);
  const refresh = () =>
    queryClient.invalidateQueries({ queryKey: keys.attachments(attachment.child_id) });
  const onError = async (error: Error, mine: AttachmentDetails | null) => {
    if (isChangedMeanwhile(error)) {
      setConflict({ mine, theirs: await readAttachment(base) });
    }
  };
  const save = useMutation({
    mutationFn: ({ details, over }: { details: AttachmentDetails; over: Attachment }) =>
      replaceAttachment(over, details),
    onSuccess: async () => {
      draft.clear();
      await refresh();
      onClose();
    },
    onError: (error, { details }) => onError(error, details),
  });
  const remove = useMutation({
    mutationFn: deleteAttachment,
    onSuccess: async () => {
      draft.clear();
      await refresh();
      onClose();
    },
    onError: (error) => onError(error, null),
  });
  const failed = save.error ?? remove.error;
  return (
    <Sheet title={<Trans>Change file</Trans>} onClose={onClose}>
      <Stack gap="md">
        <SaveProblem
          error={failed !== null && isChangedMeanwhile(failed) ? null : failed}
          form={FILE_FORM}
        />
        {conflict !== null ? (
          <FileConflict
            {...conflict}
            saving={save.isPending || remove.isPending}
            onKeepMine={() => {
              if (conflict.mine === null) {
                remove.mutate(conflict.theirs);
              } else {
                save.mutate({ details: conflict.mine, over: conflict.theirs });
              }
            }}
            onTakeTheirs={() => {
              draft.clear();
              setBase(conflict.theirs);
              setConflict(null);
              save.reset();
              remove.reset();
              void refresh();
            }}
          />
        ) : (
          <>
            <FileForm
              key={base.rev}
              draft={draft}
              attachment={base}
              problems={fieldProblems(save.error)}
              saving={save.isPending}
              onSubmit={(details) => {
                save.mutate({ details, over: base });
              }}
            />
            <DeleteRecord
              label={<Trans>Delete this file</Trans>}
              question={<Trans>Delete it for everybody in the family?</Trans>}
              deleting={remove.isPending}
              onDelete={() => {
                remove.mutate(base);
              }}
            />
          </>
        )}
        {historyPath !== undefined && (
          <Anchor component={Link} to={historyPath} size="sm">
            <Trans>History of this entry</Trans>
          </Anchor>
        )}
      </Stack>
    </Sheet>
  );
}

const FILE_FORM = "file-form";

interface FileFormProps {
  draft: Draft;
  attachment: Attachment;
  problems: Record<string, string>;
  saving: boolean;
  onSubmit: (details: AttachmentDetails) => void;
}

function FileForm({ draft, attachment, problems, saving, onSubmit }: FileFormProps) {
  const { t } = useLingui();
  const kindName = useKindName();
  const { form, onDiscard } = useDraftForm(draft, attachment.rev, {
    initialValues: {
      title: attachment.title,
      kind: attachment.kind,
      notes: attachment.notes ?? "",
    },
    validate: {
      title: (title) => (title.trim() === "" ? t`Please type what this is.` : null),
    },
  });
  return (
    <form
      id={FILE_FORM}
      noValidate
      onSubmit={form.onSubmit(({ title, kind, notes }) => {
        onSubmit({
          title: title.trim(),
          kind,
          notes: notes.trim() === "" ? null : notes,
          // Not shown here, so it stays.
          tags: attachment.tags,
          record: attachment.record,
        });
      })}
    >
      <Stack gap="md">
        <DraftNotice onDiscard={onDiscard} />
        <TextInput
          label={t`Title`}
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps("title")}
          error={form.errors.title ?? problems.title}
        />
        <NativeSelect
          label={t`What it shows`}
          {...form.getInputProps("kind")}
          data={attachmentKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
        />
        <Textarea
          label={t`Note`}
          rows={2}
          maxLength={5000}
          {...form.getInputProps("notes")}
          error={form.errors.notes ?? problems.notes}
        />
        <Button type="submit" fullWidth loading={saving}>
          <Trans>Save</Trans>
        </Button>
      </Stack>
    </form>
  );
}

interface FileConflictProps {
  mine: AttachmentDetails | null;
  theirs: Attachment;
  saving: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

function FileConflict({ mine, theirs, ...rest }: FileConflictProps) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const kindName = useKindName();
  const deleted = t({ message: "deleted", comment: "My version of a record: I deleted it" });
  return (
    <Conflict
      rows={[
        { label: t`Title`, mine: mine?.title ?? deleted, theirs: theirs.title },
        {
          label: t`What it shows`,
          mine: mine === null ? deleted : kindName(mine.kind),
          theirs: kindName(theirs.kind),
        },
        {
          label: t`Note`,
          mine: mine === null ? deleted : (mine.notes ?? ""),
          theirs: theirs.notes ?? "",
        },
      ]}
      savedAt={formatMoment(theirs.updated_at, preferences, i18n.locale)}
      {...rest}
    />
  );
}

function isChangedMeanwhile(error: Error): boolean {
  return error instanceof ApiError && error.status === 412;
}
