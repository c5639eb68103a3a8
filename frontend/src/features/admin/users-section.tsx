import { Button, Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAccount, usePreferences } from "../../api/account";
import type { ManagedUser } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { ChildAvatar } from "../../ui/child-avatar";
import { Row } from "../../ui/rows";
import { List, SearchField } from "./list";
import { usersQuery } from "./queries";
import { UserSheet } from "./user-sheet";

export function UsersSection() {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [open, setOpen] = useState<ManagedUser | null>(null);
  const users = useInfiniteQuery(usersQuery(text));
  return (
    <Card labelledBy="people">
      <Stack gap="md">
        <Title order={2} size="h3" id="people">
          <Trans>People</Trans>
        </Title>
        <SearchField
          label={t`Search people`}
          description={t`By name, email or id.`}
          onSearch={setText}
        />
        <List
          query={users}
          label={t`People`}
          empty={<Trans>Nobody found.</Trans>}
          row={(user) => (
            <UserRow
              key={user.id}
              user={user}
              onOpen={() => {
                setOpen(user);
              }}
            />
          )}
        />
      </Stack>
      {open !== null && (
        <UserSheet
          user={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Card>
  );
}

function UserRow({ user, onOpen }: { user: ManagedUser; onOpen: () => void }) {
  const { t, i18n } = useLingui();
  const { id } = useAccount();
  const preferences = usePreferences();
  const { name, email } = user;
  const seen =
    user.last_sign_in_at == null
      ? null
      : formatMoment(user.last_sign_in_at, preferences, i18n.locale);
  return (
    <Row
      lead={<ChildAvatar id={user.id} name={name} size="sm" />}
      title={user.id === id ? t`${name} (you)` : name}
      badges={
        <>
          {user.role === "admin" && (
            <Badge tone="brand">
              <Trans>Admin</Trans>
            </Badge>
          )}
          {user.disabled && (
            <Badge tone="look">
              <Trans>Switched off</Trans>
            </Badge>
          )}
        </>
      }
      action={
        <Button variant="default" size="sm" onClick={onOpen} aria-label={t`Manage ${name}`}>
          <Trans>Manage</Trans>
        </Button>
      }
    >
      <div>{email}</div>
      {seen !== null && (
        <div>
          <Trans>Last signed in {seen}</Trans>
        </div>
      )}
    </Row>
  );
}
