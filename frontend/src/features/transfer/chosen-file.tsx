import { Button, Group, Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Job } from "../../api/types";
import { formatSize } from "../../lib/sizes";
import { Choice } from "../../ui/choice";
import { Notice } from "../../ui/notice";
import { FileIcon } from "../../ui/record-icons";
import { CsvMappingForm } from "./csv-mapping-form";
import type { FileKind } from "./sniff";
import classes from "./transfer.module.css";
import { useSend } from "./use-send";
import { useSendProblem, useSourceWords } from "./words";

interface ChosenFileProps {
  familyId: string;
  file: File;
  /** What the file seems to be. */
  found: FileKind;
  newChildPath: string;
  onRead: (job: Job) => void;
  onOther: () => void;
}

/** The largest file that can be imported. */
const MOST_BYTES = 5 * 1024 ** 3;

/** A file that was chosen: what it is, and how it is on its way. */
export function ChosenFile({
  familyId,
  file,
  found,
  newChildPath,
  onRead,
  onOther,
}: ChosenFileProps) {
  const { t, i18n } = useLingui();
  const problem = useSendProblem();
  const sourceWords = useSourceWords();
  const [kind, setKind] = useState(found);
  const sending = useSend(familyId, onRead);
  const { name, size } = file;
  const unfit =
    size === 0
      ? t`This file is empty.`
      : size > MOST_BYTES
        ? t`This file is larger than 5 GB. Import it in parts.`
        : null;
  return (
    <Stack gap="md">
      <div className={classes.file}>
        <FileIcon />
        <span>
          <Text component="span" fw={600}>
            {name}
          </Text>{" "}
          <Text component="span" c="dimmed" size="sm">
            {formatSize(size, i18n.locale)}
          </Text>
        </span>
      </div>
      {unfit !== null && (
        <Notice tone="look" role="alert">
          {unfit}
        </Notice>
      )}
      {sending.error !== null && (
        <Notice tone="look" role="alert">
          {problem(sending.error)}
        </Notice>
      )}
      {sending.isSending ? (
        <Sending share={sending.share} name={name} onCancel={sending.cancel} />
      ) : (
        <>
          {found !== "csv" && (
            <Choice<FileKind>
              label={t`What it is`}
              value={kind}
              onChange={setKind}
              data={[
                { value: "trajectory", label: sourceWords("trajectory") },
                { value: "origin", label: sourceWords("origin") },
              ]}
            />
          )}
          {kind === "csv" ? (
            <CsvMappingForm
              familyId={familyId}
              file={file}
              disabled={unfit !== null}
              newChildPath={newChildPath}
              onDone={(mapping) => {
                sending.send({ file, source: { kind: "csv", ...mapping } });
              }}
            />
          ) : (
            <Button
              disabled={unfit !== null}
              onClick={() => {
                sending.send({ file, source: { kind } });
              }}
            >
              <Trans>Send it and look inside</Trans>
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={onOther}>
            <Trans>Choose another file</Trans>
          </Button>
        </>
      )}
    </Stack>
  );
}

interface SendingProps {
  share: number;
  name: string;
  onCancel: () => void;
}

/** How much of the file has left. */
export function Sending({ share, name, onCancel }: SendingProps) {
  const { t } = useLingui();
  const percent = Math.round(share * 100);
  return (
    <Stack gap="xs">
      <progress
        className={classes.progress}
        max={100}
        value={percent}
        aria-label={t`Sending ${name}`}
      />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {percent === 100 ? <Trans>Nearly there</Trans> : <Trans>{percent} % sent</Trans>}
        </Text>
        <Button size="sm" variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
