import { Button, Stack, Text } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";

interface DeleteRecordProps {
  deleting: boolean;
  onDelete: () => void;
  /** What the button says at first. */
  label?: ReactNode;
  /** What is asked then. */
  question?: ReactNode;
}

/** Deleting asks once more, in place. */
export function DeleteRecord({
  deleting,
  onDelete,
  label = <Trans>Delete this entry</Trans>,
  question = <Trans>Move it to the trash for everybody? It can be restored for 30 days.</Trans>,
}: DeleteRecordProps) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button
        variant="subtle"
        color="gray"
        fullWidth
        onClick={() => {
          setAsked(true);
        }}
      >
        {label}
      </Button>
    );
  }
  return (
    <Stack gap="xs" role="group">
      <Text ta="center">{question}</Text>
      <Button variant="light" color="apricot" fullWidth loading={deleting} onClick={onDelete}>
        <Trans>Yes, delete</Trans>
      </Button>
      <Button
        variant="subtle"
        color="gray"
        fullWidth
        onClick={() => {
          setAsked(false);
        }}
      >
        <Trans>Keep it</Trans>
      </Button>
    </Stack>
  );
}
