import { Anchor, Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { openApi } from "../../api/client";
import { ApiError, bodyOf } from "../../api/errors";
import { signedIn } from "../../api/session";
import type { User } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { PasswordField } from "../../ui/password-field";
import { Notice } from "../../ui/notice";
import { AuthFrame } from "./auth-frame";

interface SignInPageProps {
  /** Why the person is here again: the session ended by itself. */
  ended: boolean;
  signUpPath: string;
  /** Where somebody goes who has forgotten the password. */
  resetPath: string;
  onSignedIn: (user: User) => void;
}

export function SignInPage({ ended, signUpPath, resetPath, onSignedIn }: SignInPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  // The account asks for a code as well; email and password are right.
  const [secondStep, setSecondStep] = useState(false);
  const form = useForm({
    initialValues: { email: "", password: "", code: "" },
    validate: {
      email: (email) => (email.trim() === "" ? t`Please type your email.` : null),
      password: (password) => (password === "" ? t`Please type your password.` : null),
      code: (code) => (secondStep && code.trim() === "" ? t`Please type the code.` : null),
    },
  });
  const signIn = useMutation({
    mutationFn: ({ email, password, code }: typeof form.values) =>
      bodyOf(
        openApi.POST("/api/auth/login", {
          body: {
            email,
            password,
            session: "cookie",
            code: secondStep && code.trim() !== "" ? code.trim() : null,
          },
        }),
      ),
    onSuccess: (answer) => {
      signedIn(answer);
      onSignedIn(answer.user);
    },
    onError: (error) => {
      form.setErrors(fieldProblems(error));
      if (error instanceof ApiError && error.code === "second_factor_required") {
        setSecondStep(true);
      }
    },
  });
  const asksForCode =
    signIn.error instanceof ApiError && signIn.error.code === "second_factor_required";
  return (
    <AuthFrame
      documentTitle={t`Sign in`}
      title={<Trans>Welcome back</Trans>}
      lead={<Trans>Sign in to your family's record.</Trans>}
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          signIn.mutate(values);
        })}
      >
        <Stack gap="md">
          {ended && !signIn.isError && (
            <Notice tone="look" role="status">
              <Trans>Your session has ended. Please sign in again.</Trans>
            </Notice>
          )}
          {signIn.isError && !asksForCode && (
            <Notice tone="look" role="alert">
              {problem(signIn.error)}
            </Notice>
          )}
          <TextInput
            label={t`Email`}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            {...form.getInputProps("email")}
          />
          <PasswordField
            label={t`Password`}
            autoComplete="current-password"
            {...form.getInputProps("password")}
          />
          {secondStep ? (
            <TextInput
              ref={focus}
              label={t`Code`}
              description={t`From your authenticator app, or one of your recovery codes.`}
              autoComplete="one-time-code"
              autoCapitalize="none"
              {...form.getInputProps("code")}
            />
          ) : (
            <Anchor component={Link} to={resetPath} size="sm">
              <Trans>Forgot your password?</Trans>
            </Anchor>
          )}
          <Button type="submit" fullWidth loading={signIn.isPending} mt="xs">
            <Trans>Sign in</Trans>
          </Button>
          <Text ta="center" size="sm" c="dimmed">
            <Trans>
              New here?{" "}
              <Anchor component={Link} to={signUpPath} inherit>
                Create an account
              </Anchor>
            </Trans>
          </Text>
        </Stack>
      </form>
    </AuthFrame>
  );
}

/** The field has just appeared, and it is the next thing to fill. */
function focus(input: HTMLInputElement | null): void {
  input?.focus();
}
