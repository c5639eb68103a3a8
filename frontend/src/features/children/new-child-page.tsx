import { Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import { worthAnotherTry } from "../../api/query-client";
import type { Child, ChildDetails } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { useDraft } from "../../lib/use-draft";
import { Page } from "../../ui/page";
import { SaveProblem } from "../../ui/save-problem";
import { Steps } from "../../ui/steps";
import { CHILD_FORM, ChildForm } from "./child-form";

interface NewChildPageProps {
  familyId: string;
  /** Part of the first steps, right after naming the family. */
  first: boolean;
  onAdded: (child: Child) => void;
}

export function NewChildPage({ familyId, first, onAdded }: NewChildPageProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const draft = useDraft({ kind: "child", about: familyId, record: "new" }, "chi");
  const add = useMutation({
    mutationFn: (details: ChildDetails) =>
      bodyOf(
        api.POST("/api/children", {
          params: { query: { family: familyId, id: draft.id } },
          body: details,
        }),
      ),
    retry: worthAnotherTry,
    onSuccess: (child) => {
      draft.clear();
      queryClient.setQueryData(keys.child(child.id), child);
      void queryClient.invalidateQueries({ queryKey: keys.home(familyId) });
      onAdded(child);
    },
  });
  return (
    <Page title={t`Add a child`} width="form">
      <Stack gap="lg">
        {first && <Steps current={2} of={2} />}
        <div>
          <Title order={1}>
            {first ? <Trans>Who is your first child?</Trans> : <Trans>Add a child</Trans>}
          </Title>
          <Text c="dimmed" mt="xs">
            <Trans>You can change all of this later.</Trans>
          </Text>
        </div>
        <SaveProblem error={add.error} form={CHILD_FORM} />
        <ChildForm
          draft={draft}
          child={null}
          problems={fieldProblems(add.error)}
          submitLabel={first ? t`Done` : t`Add child`}
          saving={add.isPending}
          onSubmit={(details) => {
            add.mutate(details);
          }}
        />
      </Stack>
    </Page>
  );
}
