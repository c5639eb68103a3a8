import { Anchor, Button, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { keys } from "../../api/keys";
import type { FactorSecret } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { Notice } from "../../ui/notice";
import { PasswordField } from "../../ui/password-field";
import { SecretField } from "../../ui/secret-field";
import { Sheet } from "../../ui/sheet";
import { confirmSecondFactor, startSecondFactor } from "./queries";
import classes from "./second-factor-sheet.module.css";

const QrCode = lazy(() => import("./qr-code").then(({ QrCode }) => ({ default: QrCode })));

/** Password, then the secret for the app, then a first code, then the codes to keep. */
export function SecondFactorSheet({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState<FactorSecret | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Sheet title={<Trans>Set up the second step</Trans>} onClose={onClose}>
      {codes !== null ? (
        <RecoveryCodes codes={codes} onClose={onClose} />
      ) : secret !== null ? (
        <Scan secret={secret} onConfirmed={setCodes} />
      ) : (
        <AskPassword onSecret={setSecret} />
      )}
    </Sheet>
  );
}

function AskPassword({ onSecret }: { onSecret: (secret: FactorSecret) => void }) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const form = useForm({
    initialValues: { password: "" },
    validate: {
      password: (password) => (password === "" ? t`Please type your password.` : null),
    },
  });
  const start = useMutation({
    mutationFn: ({ password }: typeof form.values) => startSecondFactor(password),
    onSuccess: onSecret,
    onError: (error) => {
      form.setErrors(fieldProblems(error));
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        start.mutate(values);
      })}
    >
      <Stack gap="md">
        <Text>
          <Trans>You need an authenticator app on your phone, as many password managers are.</Trans>
        </Text>
        {start.isError && (
          <Notice tone="look" role="alert">
            {problem(start.error)}
          </Notice>
        )}
        <PasswordField
          label={t`Your password`}
          autoComplete="current-password"
          {...form.getInputProps("password")}
        />
        <Button type="submit" fullWidth loading={start.isPending}>
          <Trans>Continue</Trans>
        </Button>
      </Stack>
    </form>
  );
}

interface ScanProps {
  secret: FactorSecret;
  onConfirmed: (recoveryCodes: string[]) => void;
}

function Scan({ secret, onConfirmed }: ScanProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { code: "" },
    validate: { code: (code) => (code.trim() === "" ? t`Please type the code.` : null) },
  });
  const confirm = useMutation({
    mutationFn: ({ code }: typeof form.values) => confirmSecondFactor(code.replaceAll(/\s/g, "")),
    onSuccess: (codes) => {
      onConfirmed(codes);
      void queryClient.invalidateQueries({ queryKey: keys.account, exact: true });
    },
    onError: (error) => {
      const { code } = fieldProblems(error);
      form.setErrors(
        code === undefined ? {} : { code: t`This is not the code that the app shows now.` },
      );
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        confirm.mutate(values);
      })}
    >
      <Stack gap="md">
        <Text>
          <Trans>Scan this picture with the app, or open the app on this device.</Trans>
        </Text>
        <Suspense fallback={<Skeleton className={classes.waiting} />}>
          <QrCode text={secret.uri} label={t`QR code of the secret for an authenticator app`} />
        </Suspense>
        <Anchor href={secret.uri} ta="center">
          <Trans>Open the app on this device</Trans>
        </Anchor>
        <SecretField label={t`Or type this into the app`} value={secret.secret} />
        {confirm.isError && (
          <Notice tone="look" role="alert">
            {problem(confirm.error)}
          </Notice>
        )}
        <TextInput
          label={t`Code that the app shows`}
          inputMode="numeric"
          autoComplete="one-time-code"
          {...form.getInputProps("code")}
        />
        <Button type="submit" fullWidth loading={confirm.isPending}>
          <Trans>Switch on</Trans>
        </Button>
      </Stack>
    </form>
  );
}

function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Stack gap="md">
      <Notice tone="good" role="status">
        <Trans>The second step is on.</Trans>
      </Notice>
      <Text>
        <Trans>
          Keep these codes where you find them without your phone. Each signs in once in place of
          the app. They are shown only now.
        </Trans>
      </Text>
      <ol className={classes.codes} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <SecretField label={t`All codes in one line`} value={codes.join(" ")} />
      <Button onClick={onClose}>
        <Trans>I have kept them</Trans>
      </Button>
    </Stack>
  );
}
