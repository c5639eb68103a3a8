import { Button, Stack, Switch, Text } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAccount, usePreferences } from "../../api/account";
import { ApiError } from "../../api/errors";
import { keys } from "../../api/keys";
import type { ManagedUser, ManagedUserDetails } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { Choice } from "../../ui/choice";
import { Confirm } from "../../ui/confirm";
import { Conflict } from "../../ui/conflict";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { SecretField } from "../../ui/secret-field";
import { Sheet } from "../../ui/sheet";
import { RetryButton } from "../../ui/state";
import { createResetCode, deleteUser, replaceUser, signOutUser, userQuery } from "./queries";

interface UserSheetProps {
  user: ManagedUser;
  onClose: () => void;
}

export function UserSheet({ user, onClose }: UserSheetProps) {
  const problem = useProblemSentence();
  const overview = useQuery(userQuery(user.id));
  return (
    <Sheet title={user.name} onClose={onClose}>
      {overview.data !== undefined ? (
        <Manage
          read={overview.data.user}
          sessions={overview.data.session_count}
          onClose={onClose}
        />
      ) : overview.isError ? (
        <Stack gap="sm">
          <Notice tone="look" role="alert">
            {problem(overview.error)}
          </Notice>
          <RetryButton onRetry={() => void overview.refetch()} />
        </Stack>
      ) : (
        <LoadingRows />
      )}
    </Sheet>
  );
}

interface ManageProps {
  read: ManagedUser;
  sessions: number;
  onClose: () => void;
}

function Manage({ read, sessions, onClose }: ManageProps) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const preferences = usePreferences();
  const queryClient = useQueryClient();
  const self = useAccount().id === read.id;
  const [base, setBase] = useState(read);
  const [details, setDetails] = useState<ManagedUserDetails>(() => detailsOf(read));
  const [theirs, setTheirs] = useState<{ user: ManagedUser; readAt: string } | null>(null);
  const refreshAdmin = () => queryClient.invalidateQueries({ queryKey: keys.admin });
  const onError = async (error: Error) => {
    if (isChangedMeanwhile(error)) {
      const { user } = await queryClient.query({ ...userQuery(read.id), staleTime: 0 });
      setTheirs({ user, readAt: new Date().toISOString() });
    }
  };
  const save = useMutation({
    mutationFn: (over: ManagedUser) => replaceUser(over, details),
    onSuccess: async (saved) => {
      setBase(saved);
      setDetails(detailsOf(saved));
      setTheirs(null);
      await refreshAdmin();
      if (self) {
        await queryClient.invalidateQueries({ queryKey: keys.account, exact: true });
      }
    },
    onError,
  });
  const signOut = useMutation({ mutationFn: () => signOutUser(base), onSuccess: refreshAdmin });
  const code = useMutation({ mutationFn: () => createResetCode(base) });
  const remove = useMutation({
    mutationFn: () => deleteUser(base),
    onSuccess: async () => {
      onClose();
      await refreshAdmin();
    },
    onError,
  });
  const failed = [save, signOut, code, remove].find(({ isError }) => isError)?.error ?? null;
  const changed = details.role !== base.role || details.disabled !== base.disabled;
  const roleWords = { user: t`Person`, admin: t`Admin` };
  const onOff = (disabled: boolean) => (disabled ? t`Switched off` : t`On`);
  const { name, email } = base;
  if (theirs !== null) {
    return (
      <Conflict
        rows={[
          {
            label: t`Role`,
            mine: roleWords[details.role],
            theirs: roleWords[theirs.user.role],
          },
          {
            label: t`Account`,
            mine: onOff(details.disabled),
            theirs: onOff(theirs.user.disabled),
          },
        ]}
        savedAt={formatMoment(theirs.readAt, preferences, i18n.locale)}
        saving={save.isPending}
        onKeepMine={() => {
          save.mutate(theirs.user);
        }}
        onTakeTheirs={() => {
          setBase(theirs.user);
          setDetails(detailsOf(theirs.user));
          setTheirs(null);
          save.reset();
          remove.reset();
        }}
      />
    );
  }
  return (
    <Stack gap="lg">
      <div>
        <Text>{email}</Text>
        <Text c="dimmed" size="sm">
          <Plural
            value={base.family_count}
            _0="In no family"
            one="In # family"
            other="In # families"
          />
          {" · "}
          <Plural
            value={sessions}
            _0="signed in nowhere"
            one="signed in on # device"
            other="signed in on # devices"
          />
        </Text>
      </div>
      {failed !== null && !isChangedMeanwhile(failed) && (
        <Notice tone="look" role="alert">
          {failed instanceof ApiError && failed.code === "last_admin"
            ? t`An installation keeps at least one admin who can sign in. Make somebody else an admin first.`
            : problem(failed)}
        </Notice>
      )}
      {save.isSuccess && !changed && (
        <Notice tone="good" role="status">
          <Trans>Saved.</Trans>
        </Notice>
      )}
      {signOut.isSuccess && (
        <Notice tone="good" role="status">
          <Trans>{name} is signed out everywhere.</Trans>
        </Notice>
      )}
      <Choice<ManagedUserDetails["role"]>
        label={t`Role`}
        description={t`An admin looks after people and families, and reads nobody's record.`}
        value={details.role}
        onChange={(role) => {
          setDetails({ ...details, role });
        }}
        data={[
          { value: "user", label: roleWords.user },
          { value: "admin", label: roleWords.admin },
        ]}
      />
      <Switch
        size="md"
        label={t`Account switched off`}
        description={
          self
            ? t`You cannot switch off your own account.`
            : t`Signs out everywhere, and keeps all.`
        }
        checked={details.disabled}
        disabled={self}
        onChange={({ currentTarget }) => {
          setDetails({ ...details, disabled: currentTarget.checked });
        }}
      />
      <Button
        loading={save.isPending}
        disabled={!changed}
        onClick={() => {
          save.mutate(base);
        }}
      >
        {changed ? <Trans>Save</Trans> : <Trans>Nothing to save</Trans>}
      </Button>
      {code.isSuccess ? (
        <Code code={code.data.code} expiresAt={code.data.expires_at} />
      ) : (
        <Confirm
          ask={<Trans>Make a code for a new password</Trans>}
          question={
            <Trans>
              Whoever has the code can set a new password for {name}. Hand it to nobody else.
            </Trans>
          }
          yes={<Trans>Make the code</Trans>}
          no={<Trans>Not now</Trans>}
          busy={code.isPending}
          onYes={() => {
            code.mutate();
          }}
        />
      )}
      {!self && (
        <>
          <Confirm
            ask={<Trans>Sign out everywhere</Trans>}
            question={<Trans>{name} has to sign in again on every device.</Trans>}
            yes={<Trans>Yes, sign out</Trans>}
            no={<Trans>Leave it</Trans>}
            busy={signOut.isPending}
            onYes={() => {
              signOut.mutate();
            }}
          />
          <Confirm
            ask={<Trans>Delete the account</Trans>}
            question={
              <Trans>
                Where {name} is the only owner, the longest member becomes one; a family in which
                nobody is left is deleted with its record. It cannot be undone.
              </Trans>
            }
            yes={<Trans>Yes, delete {name}</Trans>}
            no={<Trans>Keep the account</Trans>}
            busy={remove.isPending}
            onYes={() => {
              remove.mutate();
            }}
          />
        </>
      )}
    </Stack>
  );
}

function Code({ code, expiresAt }: { code: string; expiresAt: string }) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const until = formatMoment(expiresAt, preferences, i18n.locale);
  return (
    <SecretField
      label={t`Code for a new password`}
      description={t`Shown only now, and good once until ${until}. It is typed in at “Forgot your password?”.`}
      value={code}
    />
  );
}

function detailsOf({ role, disabled }: ManagedUser): ManagedUserDetails {
  return { role, disabled };
}

function isChangedMeanwhile(error: Error): boolean {
  return error instanceof ApiError && error.status === 412;
}
