import { Anchor, Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import { openApi } from "../../api/client";
import { bodyOf, fieldProblems } from "../../api/errors";
import { signedIn } from "../../api/session";
import { useProblemSentence } from "../../lib/problems";
import { PasswordField } from "../../ui/password-field";
import { Notice } from "../../ui/notice";
import { AuthFrame } from "./auth-frame";

interface SignInPageProps {
  /** Why the person is here again: the session ended by itself. */
  ended: boolean;
  signUpPath: string;
  onSignedIn: () => void;
}

export function SignInPage({ ended, signUpPath, onSignedIn }: SignInPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: (email) => (email.trim() === "" ? t`Please type your email.` : null),
      password: (password) => (password === "" ? t`Please type your password.` : null),
    },
  });
  const signIn = useMutation({
    mutationFn: (values: typeof form.values) =>
      bodyOf(openApi.POST("/api/auth/login", { body: { ...values, session: "cookie" } })),
    onSuccess: (answer) => {
      signedIn(answer);
      onSignedIn();
    },
    onError: (error) => {
      form.setErrors(fieldProblems(error));
    },
  });
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
          {signIn.isError && (
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
