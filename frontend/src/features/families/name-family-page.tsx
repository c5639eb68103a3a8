import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useAccount } from "../../api/account";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { worthAnotherTry } from "../../api/query-client";
import { refresh } from "../../api/session";
import type { Family, UnitPreferences, User } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { newId } from "../../lib/ids";
import { useProblemSentence } from "../../lib/problems";
import { Choice } from "../../ui/choice";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { Steps } from "../../ui/steps";

type System = "metric" | "us";

/** The first of the first steps: a name for the family, and the units it thinks in. */
export function NameFamilyPage({ onNamed }: { onNamed: (family: Family) => void }) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const account = useAccount();
  const firstName = account.name.trim().split(/\s+/)[0] ?? "";
  // The same id at each attempt, so that a repeated save makes one family.
  const [id] = useState(() => newId("fam"));
  const form = useForm({
    initialValues: {
      name: "",
      system: systemOf(account.preferences.units),
    },
    validate: {
      name: (name) => (name.trim() === "" ? t`Please give your family a name.` : null),
    },
  });
  const start = useMutation({
    mutationFn: ({ name, system }: typeof form.values) => startFamily(id, name, system, account),
    retry: worthAnotherTry,
    onSuccess: onNamed,
    onError: (error) => {
      form.setErrors(fieldProblems(error));
    },
  });
  return (
    <Page title={t`First steps`} width="form">
      <Stack gap="lg">
        <Steps current={1} of={2} />
        <div>
          <Title order={1}>
            <Trans>Hello {firstName}, nice to have you here</Trans>
          </Title>
          <Text c="dimmed" mt="xs">
            <Trans>
              A family holds the records of your children. You can invite the other parent later.
            </Trans>
          </Text>
        </div>
        <form
          noValidate
          onSubmit={form.onSubmit((values) => {
            start.mutate(values);
          })}
        >
          <Stack gap="lg">
            {start.isError && (
              <Notice tone="look" role="alert">
                {problem(start.error)}
              </Notice>
            )}
            <TextInput
              label={t`Name of your family`}
              placeholder={t`The Riveras`}
              autoComplete="off"
              {...form.getInputProps("name")}
            />
            <Choice<System>
              label={t`Which units do you use?`}
              description={t`You can switch for each entry.`}
              data={[
                { value: "metric", label: t`kg and cm` },
                { value: "us", label: t`pounds and inches` },
              ]}
              value={form.values.system}
              onChange={(system) => {
                form.setFieldValue("system", system);
              }}
            />
            <Button type="submit" fullWidth loading={start.isPending}>
              <Trans>Continue</Trans>
            </Button>
          </Stack>
        </form>
      </Stack>
    </Page>
  );
}

function systemOf(units: UnitPreferences): System {
  return units.weight === "lb" ? "us" : "metric";
}

async function startFamily(
  id: string,
  name: string,
  system: System,
  account: User,
): Promise<Family> {
  const family = await bodyOf(
    api.POST("/api/families", { params: { query: { id } }, body: { name } }),
  );
  const units: UnitPreferences =
    system === "us"
      ? { weight: "lb", length: "in", temperature: "f" }
      : { weight: "kg", length: "cm", temperature: "c" };
  // A preference that could not be kept must not stop the first steps: it is in the settings.
  await bodyOf(
    api.PUT("/api/account/preferences", {
      body: { ...account.preferences, units },
    }),
  ).catch(() => undefined);
  // The new access token knows the family, and brings the account with it.
  await refresh();
  return family;
}
