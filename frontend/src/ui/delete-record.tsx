import { Button, Stack, Text } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";

/** Deleting asks once more, in place. */
export function DeleteRecord({ deleting, onDelete }: { deleting: boolean; onDelete: () => void }) {
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
        <Trans>Delete this entry</Trans>
      </Button>
    );
  }
  return (
    <Stack gap="xs" role="group">
      <Text ta="center">
        <Trans>Move it to the trash for everybody? It can be restored for 30 days.</Trans>
      </Text>
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
