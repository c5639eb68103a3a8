import { Button } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/keys";
import { refresh } from "../../api/session";
import type { Family } from "../../api/types";
import { DeleteByName } from "../../ui/delete-by-name";
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
  const queryClient = useQueryClient();
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
      <DeleteByName
        name={family.name}
        warning={
          <Trans>
            The record of every child in this family is deleted with all its files, for all of its
            members, at once. It cannot be brought back.
          </Trans>
        }
        label={<Trans>Delete the family and its record</Trans>}
        deleting={remove.isPending}
        error={remove.error}
        onDelete={remove.mutate}
      />
    </Sheet>
  );
}
