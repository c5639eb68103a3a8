import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "../../api/account";
import { ApiError, bodyOf } from "../../api/errors";
import { api } from "../../api/client";
import type { Family } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { Conflict } from "../../ui/conflict";
import { Notice } from "../../ui/notice";
import { refreshMembers, renameFamily } from "./queries";

export function RenameFamily({ family }: { family: Family }) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const preferences = usePreferences();
  const queryClient = useQueryClient();
  const [theirs, setTheirs] = useState<{ family: Family; readAt: string } | null>(null);
  const form = useForm({
    initialValues: { name: family.name },
    validate: {
      name: (name) => (name.trim() === "" ? t`Please give your family a name.` : null),
    },
  });
  const rename = useMutation({
    mutationFn: ({ over, name }: { over: Family; name: string }) => renameFamily(over, name),
    onSuccess: () => refreshMembers(queryClient, family.id),
    onError: async (error) => {
      form.setErrors(fieldProblems(error));
      if (error instanceof ApiError && error.status === 412) {
        const now = await bodyOf(
          api.GET("/api/families/{family_id}", { params: { path: { family_id: family.id } } }),
        );
        setTheirs({ family: now, readAt: new Date().toISOString() });
      }
    },
  });
  const changed = form.values.name.trim() !== family.name;
  return theirs !== null ? (
    <Conflict
      rows={[{ label: t`Name`, mine: form.values.name, theirs: theirs.family.name }]}
      savedAt={formatMoment(theirs.readAt, preferences, i18n.locale)}
      saving={rename.isPending}
      onKeepMine={() => {
        rename.mutate({ over: theirs.family, name: form.values.name });
      }}
      onTakeTheirs={() => void refreshMembers(queryClient, family.id)}
    />
  ) : (
    <form
      noValidate
      onSubmit={form.onSubmit(({ name }) => {
        rename.mutate({ over: family, name });
      })}
    >
      <Stack gap="sm">
        {rename.isError && !(rename.error instanceof ApiError && rename.error.status === 412) && (
          <Notice tone="look" role="alert">
            {problem(rename.error)}
          </Notice>
        )}
        <TextInput
          label={t`Name of the family`}
          description={changed ? undefined : t`Type another name to change it.`}
          autoComplete="off"
          {...form.getInputProps("name")}
        />
        <Button type="submit" variant="light" loading={rename.isPending} disabled={!changed}>
          <Trans>Rename</Trans>
        </Button>
      </Stack>
    </form>
  );
}
