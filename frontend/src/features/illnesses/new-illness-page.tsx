import { Skeleton, Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { worthAnotherTry } from "../../api/query-client";
import { overviewQuery, refreshRecord } from "../../api/record";
import type { IllnessDetails, IllnessType } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { useIllnessName } from "../../lib/record-words";
import { useDraft } from "../../lib/use-draft";
import { useToday } from "../../lib/use-today";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { SaveProblem } from "../../ui/save-problem";
import { ILLNESS_FORM, IllnessForm } from "./illness-form";
import { createIllness } from "./queries";

interface NewIllnessPageProps {
  childId: string;
  /** What is chosen already. */
  types: readonly IllnessType[];
  back: ReactNode;
  onSaved: (illnessId: string) => void;
}

export function NewIllnessPage({ childId, types, back, onSaved }: NewIllnessPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const illnessName = useIllnessName();
  const overview = useQuery(overviewQuery(queryClient, childId, useToday()));
  const draft = useDraft({ kind: "illness", about: childId, record: "new" }, "ill");
  const create = useMutation({
    mutationFn: ({ details }: { details: IllnessDetails; another: boolean }) =>
      createIllness(childId, draft.id, details),
    retry: worthAnotherTry,
    onSuccess: async (saved, { another }) => {
      if (another) {
        draft.next();
        void refreshRecord(queryClient, childId);
        window.scrollTo(0, 0);
      } else {
        draft.clear();
        await refreshRecord(queryClient, childId);
        onSaved(saved.id);
      }
    },
  });
  const saved = create.data && illnessName(create.data);
  return (
    <Page title={t`Add illness`} width="form">
      {back}
      <Stack gap="lg">
        <Title order={1}>
          <Trans>Add illness</Trans>
        </Title>
        {create.isSuccess && (
          <Notice tone="good" role="status">
            <Trans>{saved} is saved. Here is the next one.</Trans>
          </Notice>
        )}
        <SaveProblem error={create.error} form={ILLNESS_FORM} />
        {overview.data === undefined ? (
          overview.isError ? (
            <Notice tone="look" role="alert">
              {problem(overview.error)}
            </Notice>
          ) : (
            <Skeleton height="var(--chart-height)" />
          )
        ) : (
          <IllnessForm
            key={create.isSuccess ? draft.id : "first"}
            draft={draft}
            child={overview.data.child}
            illness={null}
            types={types}
            problems={fieldProblems(create.error)}
            saving={create.isPending}
            onSubmit={(details, another) => {
              create.mutate({ details, another });
            }}
          />
        )}
      </Stack>
    </Page>
  );
}
