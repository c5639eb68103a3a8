import { Button, Stack, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";

interface ConfirmProps {
  /** What the button says that asks for it. */
  ask: ReactNode;
  question: ReactNode;
  yes: ReactNode;
  no: ReactNode;
  busy: boolean;
  onYes: () => void;
}

/** Something that cannot easily be undone asks once more, in place. */
export function Confirm({ ask, question, yes, no, busy, onYes }: ConfirmProps) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button
        variant="default"
        fullWidth
        onClick={() => {
          setAsked(true);
        }}
      >
        {ask}
      </Button>
    );
  }
  return (
    <Stack gap="xs" role="group">
      <Text ta="center">{question}</Text>
      <Button variant="light" color="apricot" fullWidth loading={busy} onClick={onYes}>
        {yes}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        fullWidth
        disabled={busy}
        // The keyboard goes on where the question appeared, at the answer that changes nothing.
        ref={focus}
        onClick={() => {
          setAsked(false);
        }}
      >
        {no}
      </Button>
    </Stack>
  );
}

function focus(button: HTMLButtonElement | null): void {
  button?.focus();
}
