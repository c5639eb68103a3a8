import { Button, Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "../../api/account";
import { keys } from "../../api/keys";
import { worthAnotherTry } from "../../api/query-client";
import { refreshRecord } from "../../api/record";
import type { MedicalEvent } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { useNow } from "../../lib/use-now";
import { Notice } from "../../ui/notice";
import { addDose } from "./queries";

/** The next possible time of a running medication, and the button for a dose that was just given. */
export function GivenNow({ event, mayEdit }: { event: MedicalEvent; mayEdit: boolean }) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const preferences = usePreferences();
  const now = useNow();
  const queryClient = useQueryClient();
  // The same moment at each attempt, so that a repeated save is one dose.
  const [at, setAt] = useState<string | null>(null);
  const give = useMutation({
    mutationFn: (moment: string) => addDose(event, { at: moment }),
    retry: worthAnotherTry,
    onSuccess: (saved) => {
      setAt(null);
      queryClient.setQueryData(keys.event(saved.child_id, saved.id), saved);
      return refreshRecord(queryClient, saved.child_id);
    },
  });
  const { name, next_possible_at } = event;
  const waits = next_possible_at !== null && Date.parse(next_possible_at) > now;
  const next = next_possible_at && formatMoment(next_possible_at, preferences, i18n.locale);
  return (
    <Stack gap="xs">
      {next !== null && (
        <Text fw={600} role="status">
          {waits ? <Trans>Next possible: {next}</Trans> : <Trans>Possible since {next}</Trans>}
        </Text>
      )}
      {give.isError && (
        <Notice tone="look" role="alert">
          {problem(give.error)}
        </Notice>
      )}
      {mayEdit && (
        <Button
          variant={waits ? "light" : "filled"}
          loading={give.isPending}
          aria-label={t`Given now: ${name}`}
          onClick={() => {
            const moment = at ?? new Date().toISOString();
            setAt(moment);
            give.mutate(moment);
          }}
        >
          {waits ? <Trans>Given now, earlier than that</Trans> : <Trans>Given now</Trans>}
        </Button>
      )}
    </Stack>
  );
}
