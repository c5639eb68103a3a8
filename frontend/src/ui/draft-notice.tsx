import { Button } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { Notice } from "./notice";

/** Says that a form has what was typed into it before; nothing where `onDiscard` is null. */
export function DraftNotice({ onDiscard }: { onDiscard: (() => void) | null }) {
  return onDiscard === null ? null : (
    <Notice tone="good" role="status">
      <Trans>Restored what you had entered.</Trans>{" "}
      <Button variant="subtle" size="compact-md" onClick={onDiscard}>
        <Trans>Discard</Trans>
      </Button>
    </Notice>
  );
}
