import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

interface SecretFieldProps {
  label: ReactNode;
  description?: ReactNode;
  value: string;
  /** What the share dialog of the device says; none where sharing makes no sense. */
  share?: { title: string; url: string };
}

/** Something that is shown this once, to be copied or passed on. */
export function SecretField({ label, description, value, share }: SecretFieldProps) {
  const clipboard = useClipboard({ timeout: 4000 });
  const canShare = share !== undefined && "share" in navigator;
  return (
    <Stack gap="xs">
      <TextInput
        label={label}
        description={description}
        value={value}
        readOnly
        onFocus={({ currentTarget }) => {
          currentTarget.select();
        }}
      />
      <Group gap="xs" grow>
        <Button
          variant="light"
          onClick={() => {
            clipboard.copy(value);
          }}
        >
          {clipboard.copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
        </Button>
        {canShare && (
          <Button
            onClick={() => {
              // Somebody who closes the dialog of the device has done nothing wrong.
              navigator.share(share).catch(() => undefined);
            }}
          >
            <Trans>Share</Trans>
          </Button>
        )}
      </Group>
    </Stack>
  );
}
