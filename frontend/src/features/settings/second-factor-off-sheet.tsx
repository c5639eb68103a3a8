import { Button, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "../../api/keys";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { Notice } from "../../ui/notice";
import { PasswordField } from "../../ui/password-field";
import { Sheet } from "../../ui/sheet";
import { removeSecondFactor } from "./queries";

export function SecondFactorOffSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { password: "" },
    validate: {
      password: (password) => (password === "" ? t`Please type your password.` : null),
    },
  });
  const remove = useMutation({
    mutationFn: ({ password }: typeof form.values) => removeSecondFactor(password),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: keys.account, exact: true });
      onClose();
    },
    onError: (error) => {
      form.setErrors(fieldProblems(error));
    },
  });
  return (
    <Sheet title={<Trans>Switch the second step off</Trans>} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          remove.mutate(values);
        })}
      >
        <Stack gap="md">
          <Text>
            <Trans>From then on your password alone signs in.</Trans>
          </Text>
          {remove.isError && (
            <Notice tone="look" role="alert">
              {problem(remove.error)}
            </Notice>
          )}
          <PasswordField
            label={t`Your password`}
            autoComplete="current-password"
            {...form.getInputProps("password")}
          />
          <Button type="submit" color="apricot" variant="light" loading={remove.isPending}>
            <Trans>Switch off</Trans>
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
}
