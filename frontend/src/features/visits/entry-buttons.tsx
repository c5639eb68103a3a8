import { Button, Group } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { PlusIcon } from "../../ui/icons";

export function AddEntry({ onAdd, children }: { onAdd: () => void; children: ReactNode }) {
  return (
    <Group>
      <Button variant="light" size="sm" leftSection={<PlusIcon />} onClick={onAdd}>
        {children}
      </Button>
    </Group>
  );
}

export function RemoveEntry({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Group>
      <Button variant="subtle" color="gray" size="sm" onClick={onRemove} aria-label={label}>
        <Trans>Remove</Trans>
      </Button>
    </Group>
  );
}
