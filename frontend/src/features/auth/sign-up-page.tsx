import { Anchor, Button, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, openApi } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { signedIn } from "../../api/session";
import type { SignedIn } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { spoken } from "../../lib/i18n";
import { useProblemSentence } from "../../lib/problems";
import { PasswordField } from "../../ui/password-field";
import { Notice } from "../../ui/notice";
import { AuthFrame } from "./auth-frame";

interface SignUpPageProps {
  /** The secret of the invitation that somebody follows, which lets them in where others are not. */
  invite: string | null;
  signInPath: string;
  onSignedUp: () => void;
}

const SHORTEST_PASSWORD = 10;

export function SignUpPage({ invite, signInPath, onSignedUp }: SignUpPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const form = useForm({
    initialValues: { name: "", email: "", password: "" },
    validate: {
      name: (name) => (name.trim() === "" ? t`Please type your name.` : null),
      email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : t`Please type an email address.`),
      password: (password) =>
        password.length < SHORTEST_PASSWORD ? t`Please use at least 10 characters.` : null,
    },
  });
  const signUp = useMutation({
    mutationFn: async (values: typeof form.values) => {
      const answer = await bodyOf(
        openApi.POST("/api/auth/register", { body: { ...values, invite, session: "cookie" } }),
      );
      await inTheirLanguage(answer);
    },
    onSuccess: onSignedUp,
    onError: (error) => {
      form.setErrors(fieldProblems(error));
    },
  });
  return (
    <AuthFrame
      documentTitle={t`Create an account`}
      title={<Trans>Create your account</Trans>}
      lead={
        invite === null ? (
          <Trans>Then you name your family and add your first child. It takes two minutes.</Trans>
        ) : (
          <Trans>Then you come back to your invitation and join.</Trans>
        )
      }
    >
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          signUp.mutate(values);
        })}
      >
        <Stack gap="md">
          {signUp.isError && (
            <Notice tone="look" role="alert">
              {problem(signUp.error)}
            </Notice>
          )}
          <TextInput label={t`Your name`} autoComplete="name" {...form.getInputProps("name")} />
          <TextInput
            label={t`Email`}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            {...form.getInputProps("email")}
          />
          <PasswordField
            label={t`Password`}
            description={t`At least 10 characters. A short sentence is easy to remember.`}
            autoComplete="new-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" fullWidth loading={signUp.isPending} mt="xs">
            <Trans>Create account</Trans>
          </Button>
          <Text ta="center" size="sm" c="dimmed">
            <Trans>
              Already have an account?{" "}
              <Anchor component={Link} to={signInPath} inherit>
                Sign in
              </Anchor>
            </Trans>
          </Text>
          {invite === null && (
            <Text ta="center" size="xs" c="dimmed">
              <Trans>
                Setting up Trajectory? The first account of an installation also looks after it.
              </Trans>
            </Text>
          )}
        </Stack>
      </form>
    </AuthFrame>
  );
}

/** The account speaks the language in which it was made, also in letters. */
async function inTheirLanguage(answer: SignedIn): Promise<void> {
  const language = spoken();
  const { preferences } = answer.user;
  signedIn({ ...answer, user: { ...answer.user, preferences: { ...preferences, language } } });
  if (language !== preferences.language) {
    // A preference that could not be kept must not stop the first steps: it is in the settings.
    const user = await bodyOf(
      api.PUT("/api/account/preferences", { body: { ...preferences, language } }),
    ).catch(() => answer.user);
    signedIn({ ...answer, user });
  }
}
