import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { accountQuery } from "../../api/account";
import { keys } from "../../api/keys";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { Notice } from "../../ui/notice";
import { PasswordField } from "../../ui/password-field";
import { Sheet } from "../../ui/sheet";
import { changeEmail } from "./queries";

interface ChangeEmailSheetProps {
  onClose: () => void;
  onChanged: () => void;
}

export function ChangeEmailSheet({ onClose, onChanged }: ChangeEmailSheetProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : t`Please type an email address.`),
      password: (password) => (password === "" ? t`Please type your password.` : null),
    },
  });
  const change = useMutation({
    scope: { id: "account" },
    mutationFn: async ({ email, password }: typeof form.values) =>
      changeEmail(
        await queryClient.query({ ...accountQuery, staleTime: "static" }),
        email.trim(),
        password,
      ),
    onSuccess: (user) => {
      queryClient.setQueryData(keys.account, user);
      onChanged();
    },
    onError: async (error) => {
      form.setErrors(fieldProblems(error));
      await queryClient.invalidateQueries({ queryKey: keys.account, exact: true });
    },
  });
  return (
    <Sheet title={<Trans>Change email</Trans>} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          change.mutate(values);
        })}
      >
        <Stack gap="md">
          {change.isError && (
            <Notice tone="look" role="alert">
              {problem(change.error)}
            </Notice>
          )}
          <TextInput
            label={t`New email`}
            description={t`You sign in with it from then on. The former one gets a letter about it.`}
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            {...form.getInputProps("email")}
          />
          <PasswordField
            label={t`Your password`}
            autoComplete="current-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" fullWidth loading={change.isPending}>
            <Trans>Change email</Trans>
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
}
