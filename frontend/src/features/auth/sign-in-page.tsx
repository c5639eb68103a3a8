import { Anchor, Button, Stack, Text, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState, type ChangeEvent, type SubmitEvent } from "react";
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

type Values = Record<"email" | "password" | "code", string>;

/** The first page of all. It brings no form library along, so that it is there sooner on a slow network. */
export function SignInPage({ ended, signUpPath, resetPath, onSignedIn }: SignInPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  // The account asks for a code as well; email and password are right.
  const [secondStep, setSecondStep] = useState(false);
  const [values, setValues] = useState<Values>({ email: "", password: "", code: "" });
  const [errors, setErrors] = useState<Partial<Values>>({});
  const signIn = useMutation({
    mutationFn: ({ email, password, code }: Values) =>
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
      setErrors(fieldProblems(error));
      if (error instanceof ApiError && error.code === "second_factor_required") {
        setSecondStep(true);
      }
    },
  });
  const asksForCode =
    signIn.error instanceof ApiError && signIn.error.code === "second_factor_required";
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const missing: Partial<Values> = {};
    if (values.email.trim() === "") {
      missing.email = t`Please type your email.`;
    }
    if (values.password === "") {
      missing.password = t`Please type your password.`;
    }
    if (secondStep && values.code.trim() === "") {
      missing.code = t`Please type the code.`;
    }
    setErrors(missing);
    if (Object.keys(missing).length === 0) {
      signIn.mutate(values);
    }
  };
  const field = (name: keyof Values) => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
      setErrors((before) => ({ ...before, [name]: undefined }));
    },
  });
  return (
    <AuthFrame
      documentTitle={t`Sign in`}
      title={<Trans>Welcome back</Trans>}
      lead={<Trans>Sign in to your family's record.</Trans>}
    >
      <form noValidate onSubmit={send}>
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
            {...field("email")}
          />
          <PasswordField
            label={t`Password`}
            autoComplete="current-password"
            {...field("password")}
          />
          {secondStep ? (
            <TextInput
              ref={focus}
              label={t`Code`}
              description={t`From your authenticator app, or one of your recovery codes.`}
              autoComplete="one-time-code"
              autoCapitalize="none"
              {...field("code")}
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
