import { Button, Stack, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useAccount } from "../../api/account";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { useSaveName } from "./queries";

export function ProfileCard() {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const account = useAccount();
  const save = useSaveName();
  const form = useForm({
    initialValues: { name: account.name },
    validate: { name: (name) => (name.trim() === "" ? t`Please type your name.` : null) },
  });
  return (
    <Card labelledBy="profile">
      <form
        noValidate
        onSubmit={form.onSubmit(({ name }) => {
          save.mutate(name, {
            onError: (error) => {
              form.setErrors(fieldProblems(error));
            },
          });
        })}
      >
        <Stack gap="md">
          <Title order={2} size="h3" id="profile">
            <Trans>You</Trans>
          </Title>
          {save.isError && (
            <Notice tone="look" role="alert">
              {problem(save.error)}
            </Notice>
          )}
          {save.isSuccess && (
            <Notice tone="good" role="status">
              <Trans>Saved.</Trans>
            </Notice>
          )}
          <TextInput label={t`Your name`} autoComplete="name" {...form.getInputProps("name")} />
          <Button type="submit" variant="light" loading={save.isPending}>
            <Trans>Save name</Trans>
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
