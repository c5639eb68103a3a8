import { Skeleton, Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { childQuery } from "../../api/family";
import { ApiError } from "../../api/errors";
import { keys } from "../../api/keys";
import { worthAnotherTry } from "../../api/query-client";
import type { Child, Linked, Visit, VisitBody } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { begunWith, useDraft, type Draft } from "../../lib/use-draft";
import { CloudOffIcon } from "../../ui/icons";
import { Page } from "../../ui/page";
import { SaveProblem } from "../../ui/save-problem";
import { RetryButton, State } from "../../ui/state";
import {
  createVisit,
  homeQuery,
  linkedQuery,
  readVisit,
  recentVisitsQuery,
  refreshRecord,
  replaceVisit,
  visitQuery,
} from "./queries";
import { overCurrent, VisitConflict, type Conflicting } from "./visit-conflict";
import { VISIT_FORM, VisitForm } from "./visit-form";

interface FilesProps {
  /** The files of the visit, which another feature keeps. */
  files: ReactNode;
  /** Why the visit cannot be saved just now, for example because a file is on its way. */
  waiting: string | null;
}

interface NewVisitPageProps extends FilesProps {
  childId: string;
  /** Its id is made before the form opens, so that files can belong to it and a repeated save is one visit. */
  draft: Draft;
  /** Whether files were added, which belong to the child. */
  hasFiles: boolean;
  onChild: (childId: string) => void;
  onSaved: (visitId: string) => void;
  onCancel: () => void;
}

export function NewVisitPage({
  childId,
  draft,
  files,
  waiting,
  hasFiles,
  onChild,
  onSaved,
  onCancel,
}: NewVisitPageProps) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const child = useQuery(childQuery(childId));
  const siblings = useQuery({
    ...homeQuery(queryClient, child.data?.family_id ?? ""),
    enabled: child.data !== undefined,
  }).data?.children;
  const recent = useRecent(child.data);
  const create = useMutation({
    mutationFn: (body: VisitBody) => createVisit(childId, draft.id, body),
    retry: worthAnotherTry,
    onSuccess: async (saved) => {
      draft.clear();
      queryClient.setQueryData(keys.visit(childId, saved.id), saved);
      await refreshRecord(queryClient, childId);
      onSaved(saved.id);
    },
  });
  const name = child.data?.name;
  return (
    <Page title={t`Add visit`} width="reading">
      <Stack gap="lg">
        <Title order={1}>
          {name === undefined ? <Trans>Add visit</Trans> : <Trans>Visit of {name}</Trans>}
        </Title>
        {child.data === undefined ? (
          child.isError ? (
            <LoadFailed error={child.error} onRetry={() => void child.refetch()} />
          ) : (
            <FormSkeleton />
          )
        ) : (
          <>
            <VisitForm
              draft={draft}
              child={child.data}
              siblings={(siblings ?? []).filter(({ archived }) => !archived)}
              onChild={(other) => {
                draft.moveTo(other);
                onChild(other);
              }}
              childFixed={hasFiles ? t`The files that you added belong to this child.` : null}
              visit={null}
              linked={null}
              visitId={draft.id}
              recent={recent}
              problems={problemsOf(create.error)}
              saving={create.isPending}
              files={files}
              waiting={waiting}
              onSubmit={(body) => {
                create.mutate(body);
              }}
              onCancel={() => {
                draft.clear();
                onCancel();
              }}
            />
            <SaveProblem error={create.error} form={VISIT_FORM}>
              <FoundProblems error={create.error} />
            </SaveProblem>
          </>
        )}
      </Stack>
    </Page>
  );
}

interface EditVisitPageProps extends FilesProps {
  childId: string;
  visitId: string;
  onDone: () => void;
}

export function EditVisitPage({ childId, visitId, ...rest }: EditVisitPageProps) {
  const { t } = useLingui();
  const child = useQuery(childQuery(childId));
  // As they are now: what a list shows may be older than another person's change.
  const fresh = {
    staleTime: 0,
    // The form must not change under the hands of somebody who types.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  };
  const visit = useQuery({ ...visitQuery(childId, visitId), ...fresh });
  const linked = useQuery({ ...linkedQuery(childId, visitId), ...fresh });
  const failed = [child, visit, linked].find(({ isError }) => isError);
  return (
    <Page title={t`Change visit`} width="reading">
      <Stack gap="lg">
        <Title order={1}>
          <Trans>Change visit</Trans>
        </Title>
        {child.data &&
        visit.isFetchedAfterMount &&
        linked.isFetchedAfterMount &&
        visit.data &&
        linked.data ? (
          <Edit child={child.data} read={visit.data} readLinked={linked.data} {...rest} />
        ) : failed ? (
          <LoadFailed
            error={failed.error}
            onRetry={() => {
              void Promise.all([child.refetch(), visit.refetch(), linked.refetch()]);
            }}
          />
        ) : (
          <FormSkeleton />
        )}
      </Stack>
    </Page>
  );
}

interface EditProps extends FilesProps {
  child: Child;
  /** The versions that were read when the form was opened. */
  read: Visit;
  readLinked: Linked;
  onDone: () => void;
}

function Edit({ child, read, readLinked, files, waiting, onDone }: EditProps) {
  const queryClient = useQueryClient();
  const draft = useDraft({ kind: "visit", about: child.id, record: read.id }, "vis");
  const [base, setBase] = useState(() => ({
    visit: begunWith(draft, read),
    linked: readLinked,
    version: 0,
  }));
  const [conflict, setConflict] = useState<Conflicting | null>(null);
  const recent = useRecent(child);
  const save = useMutation({
    mutationFn: ({ body, over }: { body: VisitBody; over: Visit }) => replaceVisit(over, body),
    onSuccess: async (saved) => {
      draft.clear();
      queryClient.setQueryData(keys.visit(child.id, saved.id), saved);
      await refreshRecord(queryClient, child.id);
      onDone();
    },
    onError: async (error, { body }) => {
      if (isChangedMeanwhile(error)) {
        const [theirs, linked] = await Promise.all([
          readVisit(child.id, read.id),
          queryClient.query({ ...linkedQuery(child.id, read.id), staleTime: 0 }),
        ]);
        setConflict({ mine: body, theirs, linked });
      }
    },
  });
  return (
    <Stack gap="lg">
      {conflict !== null && (
        <VisitConflict
          {...conflict}
          saving={save.isPending}
          onKeepMine={() => {
            if (conflict.mine !== null) {
              save.mutate({
                body: overCurrent(conflict.mine, conflict.linked),
                over: conflict.theirs,
              });
            }
          }}
          onTakeTheirs={() => {
            draft.clear();
            setBase({
              visit: conflict.theirs,
              linked: conflict.linked,
              version: base.version + 1,
            });
            setConflict(null);
            save.reset();
          }}
        />
      )}
      <div hidden={conflict !== null}>
        <VisitForm
          // Another version fills the form anew.
          key={base.version}
          draft={draft}
          child={child}
          siblings={[]}
          onChild={() => undefined}
          childFixed={null}
          visit={base.visit}
          linked={base.linked}
          visitId={read.id}
          recent={recent}
          problems={problemsOf(save.error)}
          saving={save.isPending}
          files={files}
          waiting={waiting}
          onSubmit={(body) => {
            save.mutate({ body, over: base.visit });
          }}
          onCancel={() => {
            draft.clear();
            onDone();
          }}
        />
      </div>
      <SaveProblem
        error={save.error !== null && isChangedMeanwhile(save.error) ? null : save.error}
        form={VISIT_FORM}
      >
        <FoundProblems error={save.error} />
      </SaveProblem>
    </Stack>
  );
}

export function isChangedMeanwhile(error: Error): boolean {
  return error instanceof ApiError && error.status === 412;
}

/** The problems of the visit's own fields; those of what was found stand below the form. */
function problemsOf(error: Error | null): Record<string, string> {
  const problems = fieldProblems(error);
  return Object.fromEntries(
    Object.entries(problems).filter(([field]) => !field.startsWith("records")),
  );
}

function FoundProblems({ error }: { error: Error | null }) {
  const found =
    error instanceof ApiError
      ? error.fields.filter(({ field }) => field.startsWith("records"))
      : [];
  return found.map(({ field, problem }) => (
    <span key={field}>
      {" "}
      {field.split(".").slice(1).join(" ")}: {problem}.
    </span>
  ));
}

function useRecent(child: Child | undefined): readonly Visit[] {
  const recent = useQuery({
    ...recentVisitsQuery(child?.family_id ?? ""),
    enabled: child !== undefined,
  });
  return recent.data?.items ?? [];
}

function LoadFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = useProblemSentence();
  return (
    <State
      icon={<CloudOffIcon />}
      title={<Trans>The visit could not be loaded</Trans>}
      action={<RetryButton onRetry={onRetry} />}
    >
      {problem(error)}
    </State>
  );
}

function FormSkeleton() {
  const { t } = useLingui();
  return (
    <Stack gap="lg" role="status" aria-label={t`Loading`}>
      <Skeleton height="var(--chart-height)" radius="lg" />
      <Skeleton height="calc(var(--chart-height) / 2)" radius="lg" />
    </Stack>
  );
}
