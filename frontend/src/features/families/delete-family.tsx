import { Button, Stack, Text, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/keys";
import { refresh } from "../../api/session";
import type { Family } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";
import { Notice } from "../../ui/notice";
import { Sheet } from "../../ui/sheet";
import { deleteFamily } from "./queries";

/** Deleting a family asks for its name, since it cannot be undone. */
export function DeleteFamily({ family, onDeleted }: { family: Family; onDeleted: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpen(true);
        }}
      >
        <Trans>Delete the family …</Trans>
      </Button>
      {open && (
        <DeleteSheet
          family={family}
          onDeleted={onDeleted}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

interface DeleteSheetProps {
  family: Family;
  onDeleted: () => void;
  onClose: () => void;
}

function DeleteSheet({ family, onDeleted, onClose }: DeleteSheetProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const { name } = family;
  const matches = typed.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
  const remove = useMutation({
    mutationFn: async () => {
      await deleteFamily(family);
      await refresh();
    },
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: ["family", family.id] });
      void queryClient.invalidateQueries({ queryKey: keys.families });
      onDeleted();
    },
  });
  return (
    <Sheet title={<Trans>Delete the family</Trans>} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (matches) {
            remove.mutate();
          }
        }}
      >
        <Stack gap="md">
          <Notice tone="look">
            <Trans>
              The record of every child in this family is deleted with all its files, for all of its
              members, at once. It cannot be brought back.
            </Trans>
          </Notice>
          {remove.isError && (
            <Notice tone="look" role="alert">
              {problem(remove.error)}
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
            loading={remove.isPending}
            disabled={!matches}
          >
            <Trans>Delete the family and its record</Trans>
          </Button>
          {!matches && (
            <Text size="sm" c="dimmed">
              <Trans>The button works once the name is typed.</Trans>
            </Text>
          )}
        </Stack>
      </form>
    </Sheet>
  );
}
