import { Anchor, Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { openApi } from "../../api/client";
import { ApiError, bodyOf } from "../../api/errors";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { Notice } from "../../ui/notice";
import { PasswordField } from "../../ui/password-field";
import { AuthFrame } from "./auth-frame";

const SHORTEST_PASSWORD = 10;

interface ResetPasswordPageProps {
  /** The secret of a letter; empty for somebody who has none yet. */
  token: string;
  signInPath: string;
}

/** A new password: by a letter, or by a code that an admin has handed over. */
export function ResetPasswordPage({ token, signInPath }: ResetPasswordPageProps) {
  const [step, setStep] = useState<"ask" | "set" | "done">(token === "" ? "ask" : "set");
  const [byCode, setByCode] = useState(token === "");
  const back = (
    <Text ta="center" size="sm">
      <Anchor component={Link} to={signInPath} inherit>
        <Trans>Back to sign in</Trans>
      </Anchor>
    </Text>
  );
  switch (step) {
    case "ask":
      return (
        <Ask
          back={back}
          onCode={() => {
            setByCode(true);
            setStep("set");
          }}
        />
      );
    case "set":
      return (
        <Set
          token={byCode ? null : token}
          back={back}
          onSet={() => {
            setStep("done");
          }}
          onAsk={() => {
            setStep("ask");
          }}
        />
      );
    case "done":
      return <Done signInPath={signInPath} />;
  }
}

function Ask({ back, onCode }: { back: ReactNode; onCode: () => void }) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const form = useForm({
    initialValues: { email: "" },
    validate: {
      email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : t`Please type an email address.`),
    },
  });
  const ask = useMutation({
    mutationFn: ({ email }: typeof form.values) =>
      bodyOf(openApi.POST("/api/auth/password-reset", { body: { email: email.trim() } })),
    onError: (error) => {
      form.setErrors(fieldProblems(error));
    },
  });
  return (
    <AuthFrame
      documentTitle={t`New password`}
      title={<Trans>Forgot your password?</Trans>}
      lead={<Trans>We send you a letter with a link to set a new one.</Trans>}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          ask.mutate(values);
        })}
      >
        <Stack gap="md">
          {ask.isError && (
            <Notice tone="look" role="alert">
              {problem(ask.error)}
            </Notice>
          )}
          {ask.isSuccess && (
            <Notice tone="good" role="status">
              <Trans>
                If there is an account with this email, a letter is on its way. Look into the spam
                folder too.
              </Trans>
            </Notice>
          )}
          <TextInput
            label={t`Email`}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            {...form.getInputProps("email")}
          />
          <Button type="submit" fullWidth loading={ask.isPending}>
            {ask.isSuccess ? <Trans>Send it again</Trans> : <Trans>Send the letter</Trans>}
          </Button>
          <Button variant="subtle" fullWidth onClick={onCode}>
            <Trans>I have a code</Trans>
          </Button>
          {back}
        </Stack>
      </form>
    </AuthFrame>
  );
}

interface SetProps {
  /** The secret of the link; null where a code is typed. */
  token: string | null;
  back: ReactNode;
  onSet: () => void;
  onAsk: () => void;
}

function Set({ token, back, onSet, onAsk }: SetProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const form = useForm({
    initialValues: { code: "", password: "" },
    validate: {
      code: (code) => (token === null && code.trim() === "" ? t`Please type the code.` : null),
      password: (password) =>
        password.length < SHORTEST_PASSWORD ? t`Please use at least 10 characters.` : null,
    },
  });
  const save = useMutation({
    mutationFn: ({ code, password }: typeof form.values) =>
      bodyOf(
        openApi.POST("/api/auth/password-reset/confirm", {
          body: { token: token ?? code.trim(), password },
        }),
      ),
    onSuccess: onSet,
    onError: (error) => {
      const { token: aboutCode, ...others } = fieldProblems(error);
      form.setErrors(aboutCode === undefined ? others : { ...others, code: aboutCode });
    },
  });
  const used = save.error instanceof ApiError && save.error.code === "link_invalid";
  return (
    <AuthFrame
      documentTitle={t`New password`}
      title={<Trans>Choose a new password</Trans>}
      lead={<Trans>You will be signed out everywhere, and sign in with the new one.</Trans>}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          save.mutate(values);
        })}
      >
        <Stack gap="md">
          {save.isError && (
            <Notice tone="look" role="alert">
              {problem(save.error)}
            </Notice>
          )}
          {token === null && (
            <TextInput
              label={t`Code`}
              description={t`From the person who runs this installation.`}
              autoComplete="one-time-code"
              autoCapitalize="none"
              {...form.getInputProps("code")}
            />
          )}
          <PasswordField
            label={t`New password`}
            description={t`At least 10 characters. A short sentence is easy to remember.`}
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" fullWidth loading={save.isPending}>
            <Trans>Set the password</Trans>
          </Button>
          {(used || token === null) && (
            <Button variant="subtle" fullWidth onClick={onAsk}>
              <Trans>Ask for a letter</Trans>
            </Button>
          )}
          {back}
        </Stack>
      </form>
    </AuthFrame>
  );
}

function Done({ signInPath }: { signInPath: string }) {
  const { t } = useLingui();
  return (
    <AuthFrame
      documentTitle={t`New password`}
      title={<Trans>Your password is changed</Trans>}
      lead={<Trans>All devices were signed out.</Trans>}
    >
      <Button component={Link} to={signInPath} fullWidth>
        <Trans>Sign in</Trans>
      </Button>
    </AuthFrame>
  );
}
