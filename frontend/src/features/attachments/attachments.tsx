import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState, type ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { worthAnotherTry } from "../../api/query-client";
import { ApiError } from "../../api/errors";
import type { Attachment } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { kindOfId, useKindWords } from "../../lib/record-kinds";
import { formatSize } from "../../lib/sizes";
import { Card } from "../../ui/card";
import { DropZone } from "../../ui/drop-zone";
import { CloudOffIcon, PencilIcon } from "../../ui/icons";
import { FileIcon } from "../../ui/record-icons";
import { RetryButton, State } from "../../ui/state";
import { AttachmentSheet } from "./attachment-sheet";
import classes from "./attachments.module.css";
import { ACCEPTED } from "./prepare";
import { Thumbnail } from "./thumbnail";
import type { Files, Sent } from "./use-files";
import { Viewer } from "./viewer";
import { useFileProblem, useKindName } from "./words";

interface AttachmentsProps {
  files: Files;
  mayEdit: boolean;
  /** What stands there when there are no files. */
  empty?: ReactNode;
  /** Where the record of a file is shown; none where that is the page itself. */
  recordPath?: (recordId: string) => string | null;
  /** Where the history of a file is; none where the record of the page has its own. */
  historyPath?: (attachmentId: string) => string;
}

/** The files of a record in a card. */
export function AttachmentsCard(props: AttachmentsProps) {
  const id = useId();
  if (!props.mayEdit && props.files.found.length === 0 && !props.files.list.isError) {
    return null;
  }
  return (
    <Card labelledBy={id}>
      <Title order={2} size="h3" id={id} mb="sm">
        <Trans>Files</Trans>
      </Title>
      <Attachments {...props} />
    </Card>
  );
}

/** Files with previews, those on their way, and the place to add more. */
export function Attachments({ files, mayEdit, empty, recordPath, historyPath }: AttachmentsProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const [open, setOpen] = useState<string | null>(null);
  const [changed, setChanged] = useState<string | null>(null);
  const { list, found, sent } = files;
  const changing = found.find(({ id }) => id === changed);
  return (
    <Stack gap="md">
      {mayEdit && <DropZone accept={ACCEPTED} onFiles={files.add} />}
      {sent.length > 0 && (
        <ul className={classes.list} aria-label={t`Files on their way`}>
          {sent.map((each) => (
            <SentRow key={each.id} sent={each} files={files} />
          ))}
        </ul>
      )}
      {list.isPending ? (
        <div role="status" aria-label={t`Loading`}>
          <Skeleton height="calc(var(--thumb) * 1.5)" radius="md" />
        </div>
      ) : list.isError && list.data === undefined ? (
        <State
          icon={<CloudOffIcon />}
          title={<Trans>The files could not be loaded</Trans>}
          action={<RetryButton onRetry={() => void list.refetch()} />}
        >
          {problem(list.error)}
        </State>
      ) : found.length === 0 && sent.length === 0 ? (
        empty
      ) : (
        <ul className={classes.list}>
          {found.map((attachment) => (
            <AttachmentRow
              key={attachment.id}
              attachment={attachment}
              mayEdit={mayEdit}
              recordPath={
                attachment.record === null ? null : (recordPath?.(attachment.record) ?? null)
              }
              onOpen={() => {
                setOpen(attachment.id);
              }}
              onChange={() => {
                setChanged(attachment.id);
              }}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          mx="auto"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          <Trans>Show more</Trans>
        </Button>
      )}
      {open !== null && (
        <Viewer
          attachments={found}
          open={open}
          onOpen={setOpen}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
      {changing && (
        <AttachmentSheet
          attachment={changing}
          historyPath={historyPath?.(changing.id)}
          onClose={() => {
            setChanged(null);
          }}
        />
      )}
    </Stack>
  );
}

interface AttachmentRowProps {
  attachment: Attachment;
  mayEdit: boolean;
  recordPath: string | null;
  onOpen: () => void;
  onChange: () => void;
}

function AttachmentRow({ attachment, mayEdit, recordPath, onOpen, onChange }: AttachmentRowProps) {
  const { t, i18n } = useLingui();
  const kindName = useKindName();
  const preferences = usePreferences();
  const { title } = attachment;
  const kind = useKindWords()(kindOfId(attachment.record ?? ""));
  return (
    <li className={classes.item}>
      <button type="button" className={classes.open} onClick={onOpen}>
        <Thumbnail attachment={attachment} />
        <span className={classes.words}>
          <span className={classes.title}>{title}</span>
          <span className={classes.second}>
            {kindName(attachment.kind)} ·{" "}
            {formatMoment(attachment.created_at, preferences, i18n.locale)} ·{" "}
            {formatSize(attachment.size, i18n.locale)}
          </span>
        </span>
      </button>
      {recordPath !== null && (
        <Link to={recordPath} className={classes.record} aria-label={t`${kind} of ${title}`}>
          {kind}
        </Link>
      )}
      {mayEdit && (
        <button
          type="button"
          className={classes.change}
          onClick={onChange}
          aria-label={t`Change ${title}`}
        >
          <PencilIcon />
        </button>
      )}
    </li>
  );
}

/** A file on its way: how far it is, and what to do when it did not arrive. */
function SentRow({ sent, files }: { sent: Sent; files: Files }) {
  const { t } = useLingui();
  const problem = useFileProblem();
  const { state } = sent;
  const { name } = sent.file;
  const share = state.kind === "checking" ? 1 : state.kind === "sending" ? state.share : 0;
  const percent = Math.round(share * 100);
  return (
    <li className={classes.item}>
      <span className={classes.waiting}>
        <FileIcon />
      </span>
      <span className={classes.words}>
        <span className={classes.title}>{name}</span>
        {state.kind === "failed" ? (
          <span role="alert" className={classes.problem}>
            {problem(state.error)}
          </span>
        ) : (
          <>
            <progress
              className={classes.progress}
              max={100}
              value={percent}
              aria-label={t`Sending ${name}`}
            />
            <span className={classes.second}>
              {state.kind === "waiting" ? (
                <Trans>Waiting</Trans>
              ) : state.kind === "checking" ? (
                <Trans>Nearly there</Trans>
              ) : (
                <Trans>{percent} % sent</Trans>
              )}
            </span>
          </>
        )}
      </span>
      {state.kind === "failed" && canBeRetried(state.error) && (
        <Button
          size="sm"
          variant="light"
          aria-label={t`Try again with ${name}`}
          onClick={() => {
            files.retry(sent);
          }}
        >
          <Trans>Try again</Trans>
        </Button>
      )}
      <Button
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={state.kind === "failed" ? t`Remove ${name}` : t`Cancel ${name}`}
        onClick={() => {
          files.cancel(sent.id);
        }}
      >
        {state.kind === "failed" ? <Trans>Remove</Trans> : <Trans>Cancel</Trans>}
      </Button>
    </li>
  );
}

/** Whether another attempt may succeed: not where the file itself is the problem. */
function canBeRetried(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (worthAnotherTry(0, error)
      ? error.status !== 0 || error.code === "unreachable"
      : ["upload_refused", "not_uploaded", "not_what_was_declared", "not_found"].includes(
          error.code,
        ))
  );
}

/** What a page of documents says when there are none. */
export function NoDocuments() {
  return (
    <State icon={<FileIcon />} title={<Trans>No documents so far</Trans>}>
      <Text component="span">
        <Trans>Keep doctor's letters, findings, the vaccination record and photos here.</Trans>
      </Text>
    </State>
  );
}
