import { Button, Stack, Switch, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "../../api/account";
import { ApiError } from "../../api/errors";
import { childrenQuery, membersQuery } from "../../api/family";
import type { Member, MemberDetails } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { useRoleWords } from "../../lib/record-kinds";
import { Confirm } from "../../ui/confirm";
import { Conflict } from "../../ui/conflict";
import { Notice } from "../../ui/notice";
import { Sheet } from "../../ui/sheet";
import { ChildLimits } from "./child-limits";
import { handOver, refreshMembers, removeMember, replaceMember } from "./queries";
import { RoleChoice } from "./role-choice";

interface MemberSheetProps {
  member: Member;
  onClose: () => void;
}

/** What an owner decides about another member. */
export function MemberSheet({ member, onClose }: MemberSheetProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const [base, setBase] = useState(member);
  const [details, setDetails] = useState(() => detailsOf(member));
  const [theirs, setTheirs] = useState<{ member: Member; readAt: string } | null>(null);
  const name = member.name ?? t`Closed account`;
  const done = {
    onSuccess: async () => {
      await refreshMembers(queryClient, member.family_id);
      onClose();
    },
    onError: async (error: Error) => {
      if (isChangedMeanwhile(error)) {
        const all = await queryClient.query({ ...membersQuery(member.family_id), staleTime: 0 });
        const now = all.find(({ user_id }) => user_id === member.user_id);
        if (now === undefined) {
          onClose();
        } else {
          setTheirs({ member: now, readAt: new Date().toISOString() });
        }
      }
    },
  };
  const save = useMutation({
    mutationFn: (over: Member) => replaceMember(over, details),
    ...done,
  });
  const remove = useMutation({ mutationFn: () => removeMember(base), ...done });
  const give = useMutation({ mutationFn: () => handOver(base), ...done });
  const failed = save.error ?? remove.error ?? give.error;
  const problems = fieldProblems(save.error);
  const owner = details.role === "owner";
  const nobody = details.only_children?.length === 0;
  return (
    <Sheet title={name} onClose={onClose}>
      <Stack gap="lg">
        {failed !== null && !isChangedMeanwhile(failed) && (
          <Notice tone="look" role="alert">
            {problem(failed)}
          </Notice>
        )}
        {theirs !== null ? (
          <MemberConflict
            mine={details}
            theirs={theirs.member}
            readAt={theirs.readAt}
            saving={save.isPending}
            onKeepMine={() => {
              save.mutate(theirs.member);
            }}
            onTakeTheirs={() => {
              setBase(theirs.member);
              setDetails(detailsOf(theirs.member));
              setTheirs(null);
              save.reset();
              remove.reset();
            }}
          />
        ) : (
          <>
            <RoleChoice
              value={details.role}
              error={problems.role}
              onChange={(role) => {
                setDetails(
                  role === "owner"
                    ? { role, only_children: null, frozen: false }
                    : { ...details, role },
                );
              }}
            />
            {owner ? (
              <Text c="dimmed" size="sm">
                <Trans>An owner sees all children and cannot be paused.</Trans>
              </Text>
            ) : (
              <>
                <ChildLimits
                  familyId={member.family_id}
                  value={details.only_children}
                  error={problems.only_children}
                  onChange={(only_children) => {
                    setDetails({ ...details, only_children });
                  }}
                />
                <Switch
                  size="md"
                  label={t`Paused`}
                  description={t`Stays a member and sees nothing meanwhile.`}
                  checked={details.frozen}
                  onChange={({ currentTarget }) => {
                    setDetails({ ...details, frozen: currentTarget.checked });
                  }}
                />
              </>
            )}
            <Button
              fullWidth
              loading={save.isPending}
              disabled={nobody}
              onClick={() => {
                save.mutate(base);
              }}
            >
              <Trans>Save</Trans>
            </Button>
            {!base.frozen && (
              <Confirm
                ask={<Trans>Hand the family over to {name}</Trans>}
                question={<Trans>{name} becomes an owner, and you become a parent.</Trans>}
                yes={<Trans>Yes, hand over</Trans>}
                no={<Trans>Keep it as it is</Trans>}
                busy={give.isPending}
                onYes={() => {
                  give.mutate();
                }}
              />
            )}
            <Confirm
              ask={<Trans>Remove {name}</Trans>}
              question={<Trans>{name} will not see the record any more.</Trans>}
              yes={<Trans>Yes, remove</Trans>}
              no={<Trans>Keep as a member</Trans>}
              busy={remove.isPending}
              onYes={() => {
                remove.mutate();
              }}
            />
          </>
        )}
      </Stack>
    </Sheet>
  );
}

interface MemberConflictProps {
  mine: MemberDetails;
  theirs: Member;
  readAt: string;
  saving: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

function MemberConflict({ mine, theirs, readAt, ...rest }: MemberConflictProps) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const roleWords = useRoleWords();
  const children = useQuery(childrenQuery(theirs.family_id)).data ?? [];
  const sees = (only: readonly string[] | null | undefined) =>
    only == null
      ? t`All children`
      : only.map((id) => children.find((child) => child.id === id)?.name ?? id).join(", ");
  const paused = (frozen: boolean) => (frozen ? t`Yes` : t`No`);
  return (
    <Conflict
      rows={[
        { label: t`Role`, mine: roleWords(mine.role), theirs: roleWords(theirs.role) },
        { label: t`Sees`, mine: sees(mine.only_children), theirs: sees(theirs.only_children) },
        { label: t`Paused`, mine: paused(mine.frozen), theirs: paused(theirs.frozen) },
      ]}
      savedAt={formatMoment(readAt, preferences, i18n.locale)}
      {...rest}
    />
  );
}

function detailsOf({ role, only_children, frozen }: Member): MemberDetails {
  return { role, only_children: only_children ?? null, frozen };
}

function isChangedMeanwhile(error: Error): boolean {
  return error instanceof ApiError && error.status === 412;
}
