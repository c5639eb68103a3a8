import { Stack, Text } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys";
import { refresh } from "../../api/session";
import type { Family, Member } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";
import { Confirm } from "../../ui/confirm";
import { Notice } from "../../ui/notice";
import { Sheet } from "../../ui/sheet";
import { removeMember } from "./queries";

interface LeaveSheetProps {
  family: Family;
  member: Member;
  onlyOwner: boolean;
  alone: boolean;
  onClose: () => void;
  onLeft: () => void;
}

export function LeaveSheet({ family, member, onlyOwner, alone, onClose, onLeft }: LeaveSheetProps) {
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: async () => {
      await removeMember(member);
      await refresh();
    },
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: ["family", family.id] });
      queryClient.removeQueries({ queryKey: ["child"] });
      void queryClient.invalidateQueries({ queryKey: keys.families });
      onLeft();
    },
  });
  const { name } = family;
  return (
    <Sheet title={<Trans>Leave the family</Trans>} onClose={onClose}>
      <Stack gap="md">
        {leave.isError && (
          <Notice tone="look" role="alert">
            {problem(leave.error)}
          </Notice>
        )}
        {onlyOwner ? (
          <Notice tone="look">
            {alone ? (
              <Trans>
                You are the only member. Delete the family instead, or invite somebody and hand it
                over.
              </Trans>
            ) : (
              <Trans>
                You are the only owner, and a family needs one. Hand it over to another member
                first.
              </Trans>
            )}
          </Notice>
        ) : (
          <>
            <Text>
              <Trans>
                You will not see the record of {name} any more. What you entered stays. To come back
                you need a new invitation.
              </Trans>
            </Text>
            <Confirm
              ask={<Trans>Leave {name}</Trans>}
              question={<Trans>Leave now?</Trans>}
              yes={<Trans>Yes, leave</Trans>}
              no={<Trans>Stay</Trans>}
              busy={leave.isPending}
              onYes={() => {
                leave.mutate();
              }}
            />
          </>
        )}
      </Stack>
    </Sheet>
  );
}
