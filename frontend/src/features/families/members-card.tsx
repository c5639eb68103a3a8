import { Button, Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAccount } from "../../api/account";
import { childrenQuery, membersQuery } from "../../api/family";
import type { Family, Member } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";
import { useRoleWords } from "../../lib/record-kinds";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { ChildAvatar } from "../../ui/child-avatar";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Row, Rows } from "../../ui/rows";
import { RetryButton } from "../../ui/state";
import { LeaveSheet } from "./leave-sheet";
import { MemberSheet } from "./member-sheet";

export function MembersCard({ family, onLeft }: { family: Family; onLeft: () => void }) {
  const problem = useProblemSentence();
  const { id } = useAccount();
  const members = useQuery(membersQuery(family.id));
  const [open, setOpen] = useState<Member | null>(null);
  const owners = members.data?.filter(({ role }) => role === "owner").length ?? 0;
  const close = () => {
    setOpen(null);
  };
  return (
    <Card labelledBy="members">
      <Stack gap="sm">
        <Title order={2} size="h3" id="members">
          <Trans>Members</Trans>
        </Title>
        {members.data !== undefined ? (
          <Rows>
            {members.data.map((member) => (
              <MemberRow
                key={member.user_id}
                member={member}
                self={member.user_id === id}
                mayChange={family.role === "owner"}
                onOpen={() => {
                  setOpen(member);
                }}
              />
            ))}
          </Rows>
        ) : members.isError ? (
          <>
            <Notice tone="look" role="alert">
              {problem(members.error)}
            </Notice>
            <RetryButton onRetry={() => void members.refetch()} />
          </>
        ) : (
          <LoadingRows />
        )}
      </Stack>
      {open !== null &&
        (open.user_id === id ? (
          <LeaveSheet
            family={family}
            member={open}
            onlyOwner={open.role === "owner" && owners === 1}
            alone={members.data?.length === 1}
            onClose={close}
            onLeft={onLeft}
          />
        ) : (
          <MemberSheet member={open} onClose={close} />
        ))}
    </Card>
  );
}

interface MemberRowProps {
  member: Member;
  self: boolean;
  mayChange: boolean;
  onOpen: () => void;
}

function MemberRow({ member, self, mayChange, onOpen }: MemberRowProps) {
  const { t, i18n } = useLingui();
  const roleWords = useRoleWords();
  const children = useQuery(childrenQuery(member.family_id)).data;
  const name = member.name ?? t`Closed account`;
  const limit = member.only_children?.flatMap(
    (id) => children?.find((child) => child.id === id)?.name ?? [],
  );
  const only = limit && new Intl.ListFormat(i18n.locale, { type: "conjunction" }).format(limit);
  return (
    <Row
      lead={<ChildAvatar id={member.user_id} name={name} size="sm" />}
      title={self ? t`${name} (you)` : name}
      badges={
        <>
          <Badge tone={member.role === "owner" ? "brand" : "plain"}>{roleWords(member.role)}</Badge>
          {member.frozen && (
            <Badge tone="look">
              <Trans>Paused</Trans>
            </Badge>
          )}
        </>
      }
      action={
        self ? (
          <Button variant="default" size="sm" onClick={onOpen}>
            <Trans>Leave</Trans>
          </Button>
        ) : (
          mayChange && (
            <Button variant="default" size="sm" onClick={onOpen} aria-label={t`Change ${name}`}>
              <Trans>Change</Trans>
            </Button>
          )
        )
      }
    >
      {member.email != null && <div>{member.email}</div>}
      {only != null && only !== "" && (
        <div>
          <Trans>Sees only {only}</Trans>
        </div>
      )}
    </Row>
  );
}
