import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { useAccount } from "../../api/account";
import { accountClosed } from "../../api/session";
import type { Closing } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { PasswordField } from "../../ui/password-field";
import { Sheet } from "../../ui/sheet";
import { RetryButton } from "../../ui/state";
import { closeAccount, closingQuery } from "./queries";

interface CloseAccountCardProps {
  familyPath: (familyId: string) => string;
}

export function CloseAccountCard({ familyPath }: CloseAccountCardProps) {
  const [open, setOpen] = useState(false);
  const { role } = useAccount();
  return (
    <Card labelledBy="closing">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="closing">
            <Trans>Delete your account</Trans>
          </Title>
          <Text c="dimmed" size="sm">
            {role === "admin" ? (
              <Trans>
                You are an admin, and an installation keeps one. Let another admin take the role
                away from you first.
              </Trans>
            ) : (
              <Trans>What you entered stays with your families. It cannot be undone.</Trans>
            )}
          </Text>
        </div>
        {role !== "admin" && (
          <Button
            variant="default"
            onClick={() => {
              setOpen(true);
            }}
          >
            <Trans>Delete your account …</Trans>
          </Button>
        )}
      </Stack>
      {open && (
        <CloseSheet
          familyPath={familyPath}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </Card>
  );
}

interface CloseSheetProps extends CloseAccountCardProps {
  onClose: () => void;
}

function CloseSheet({ familyPath, onClose }: CloseSheetProps) {
  const problem = useProblemSentence();
  const closing = useQuery(closingQuery);
  return (
    <Sheet title={<Trans>Delete your account</Trans>} onClose={onClose}>
      {closing.isError && closing.data === undefined ? (
        <Stack gap="sm">
          <Notice tone="look" role="alert">
            {problem(closing.error)}
          </Notice>
          <RetryButton onRetry={() => void closing.refetch()} />
        </Stack>
      ) : closing.data === undefined ? (
        <LoadingRows />
      ) : closing.data.sole_owner_of.length > 0 ? (
        <InTheWay closing={closing.data} familyPath={familyPath} />
      ) : (
        <TypePassword closing={closing.data} />
      )}
    </Sheet>
  );
}

function InTheWay({ closing, familyPath }: { closing: Closing } & CloseAccountCardProps) {
  return (
    <Stack gap="md">
      <Notice tone="look">
        <Trans>
          You are the only owner of a family. Hand it over to another member, or delete it; then
          come back here.
        </Trans>
      </Notice>
      {closing.sole_owner_of.map(({ id, name }) => (
        <Anchor key={id} component={Link} to={familyPath(id)}>
          <Trans>Go to {name}</Trans>
        </Anchor>
      ))}
    </Stack>
  );
}

function TypePassword({ closing }: { closing: Closing }) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const form = useForm({
    initialValues: { password: "" },
    validate: {
      password: (password) => (password === "" ? t`Please type your password.` : null),
    },
  });
  const close = useMutation({
    mutationFn: ({ password }: typeof form.values) => closeAccount(password),
    onSuccess: accountClosed,
    onError: (error) => {
      form.setErrors(fieldProblems(error));
    },
  });
  const leaves = new Intl.ListFormat(i18n.locale, { type: "conjunction" }).format(
    closing.leaves.map(({ name }) => name),
  );
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        close.mutate(values);
      })}
    >
      <Stack gap="md">
        <Text>
          {leaves === "" ? (
            <Trans>Your account and your sign-in are deleted at once.</Trans>
          ) : (
            <Trans>You leave {leaves}. Your account and your sign-in are deleted at once.</Trans>
          )}
        </Text>
        {close.isError && (
          <Notice tone="look" role="alert">
            {problem(close.error)}
          </Notice>
        )}
        <PasswordField
          label={t`Your password`}
          autoComplete="current-password"
          {...form.getInputProps("password")}
        />
        <Button type="submit" variant="light" color="apricot" loading={close.isPending}>
          <Trans>Delete my account</Trans>
        </Button>
      </Stack>
    </form>
  );
}
