import { Button, Stack, Text, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { useProblemSentence } from "../lib/problems";
import { Notice } from "./notice";

interface DeleteByNameProps {
  /** What has to be typed. */
  name: string;
  warning: ReactNode;
  /** What the button says. */
  label: ReactNode;
  deleting: boolean;
  error: Error | null;
  onDelete: () => void;
}

/** Deletes what cannot be brought back, once its name is typed. */
export function DeleteByName({
  name,
  warning,
  label,
  deleting,
  error,
  onDelete,
}: DeleteByNameProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const [typed, setTyped] = useState("");
  const matches = typed.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (matches) {
          onDelete();
        }
      }}
    >
      <Stack gap="md">
        <Notice tone="look">{warning}</Notice>
        {error !== null && (
          <Notice tone="look" role="alert">
            {problem(error)}
          </Notice>
        )}
        <TextInput
          label={t`Type “${name}” to go on`}
          autoComplete="off"
          autoCapitalize="none"
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
        <Button
          type="submit"
          variant="light"
          color="apricot"
          loading={deleting}
          disabled={!matches}
        >
          {label}
        </Button>
        {!matches && (
          <Text size="sm" c="dimmed">
            <Trans>The button works once the name is typed.</Trans>
          </Text>
        )}
      </Stack>
    </form>
  );
}
