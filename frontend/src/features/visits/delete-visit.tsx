import { Button, Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys } from "../../api/keys";
import type { Linked, Visit } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";
import { Notice } from "../../ui/notice";
import { isChangedMeanwhile } from "./edit-visit-page";
import { deleteVisit, refreshRecord } from "./queries";

interface DeleteVisitProps {
  visit: Visit;
  linked: Linked;
  onDeleted: () => void;
}

/** Deleting asks once more, and what to do with what was found at the visit. */
export function DeleteVisit({ visit, linked, onDeleted }: DeleteVisitProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: (records: "keep" | "delete") => deleteVisit(visit, records),
    onSuccess: async () => {
      onDeleted();
      queryClient.removeQueries({ queryKey: keys.visit(visit.child_id, visit.id) });
      queryClient.removeQueries({ queryKey: keys.linked(visit.child_id, visit.id) });
      await refreshRecord(queryClient, visit.child_id);
    },
    onError: (error) => {
      if (isChangedMeanwhile(error)) {
        void queryClient.invalidateQueries({ queryKey: keys.visit(visit.child_id, visit.id) });
      }
    },
  });
  const found = linked.measurements.length + linked.events.length + linked.illnesses.length;
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
        <Trans>Delete this visit</Trans>
      </Button>
    );
  }
  return (
    <Stack gap="xs" role="group" aria-label={t`Delete this visit`}>
      <Text ta="center">
        {found > 0 ? (
          <Trans>
            Delete it for everybody in the family? Measurements, vaccines and illnesses from this
            visit can stay.
          </Trans>
        ) : (
          <Trans>Delete it for everybody in the family?</Trans>
        )}
      </Text>
      {remove.isError && (
        <Notice tone="look" role="alert">
          {isChangedMeanwhile(remove.error) ? (
            <Trans>
              Somebody changed this visit meanwhile. You see it as it is now. Delete it anyway?
            </Trans>
          ) : (
            problem(remove.error)
          )}
        </Notice>
      )}
      <Button
        variant="light"
        color="apricot"
        fullWidth
        disabled={remove.isPending}
        onClick={() => {
          remove.mutate("keep");
        }}
      >
        {found > 0 ? <Trans>Delete only the visit</Trans> : <Trans>Yes, delete</Trans>}
      </Button>
      {found > 0 && (
        <Button
          variant="light"
          color="apricot"
          fullWidth
          disabled={remove.isPending}
          onClick={() => {
            remove.mutate("delete");
          }}
        >
          <Trans>Delete it with what was found there</Trans>
        </Button>
      )}
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
