import { Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useAccount } from "../../api/account";
import { keys } from "../../api/keys";
import { signedIn } from "../../api/session";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { Notice } from "../../ui/notice";
import { PasswordField } from "../../ui/password-field";
import { Sheet } from "../../ui/sheet";
import { changePassword } from "./queries";

const SHORTEST_PASSWORD = 10;

interface ChangePasswordSheetProps {
  onClose: () => void;
  onChanged: () => void;
}

export function ChangePasswordSheet({ onClose, onChanged }: ChangePasswordSheetProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const { email } = useAccount();
  const form = useForm({
    initialValues: { current_password: "", new_password: "" },
    validate: {
      current_password: (password) => (password === "" ? t`Please type your password.` : null),
      new_password: (password) =>
        password.length < SHORTEST_PASSWORD ? t`Please use at least 10 characters.` : null,
    },
  });
  const change = useMutation({
    mutationFn: (values: typeof form.values) =>
      changePassword(values.current_password, values.new_password),
    onSuccess: (answer) => {
      signedIn(answer);
      void queryClient.invalidateQueries({ queryKey: keys.sessions });
      onChanged();
    },
    onError: (error) => {
      form.setErrors(fieldProblems(error));
    },
  });
  return (
    <Sheet title={<Trans>Change password</Trans>} onClose={onClose}>
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
          {/* For the password manager: whose password this is. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label={t`Your password now`}
            autoComplete="current-password"
            {...form.getInputProps("current_password")}
          />
          <PasswordField
            label={t`New password`}
            description={t`At least 10 characters. A short sentence is easy to remember.`}
            autoComplete="new-password"
            {...form.getInputProps("new_password")}
          />
          <Button type="submit" fullWidth loading={change.isPending}>
            <Trans>Change password</Trans>
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
}
