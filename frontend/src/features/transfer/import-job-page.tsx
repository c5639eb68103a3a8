import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, type ReactNode } from "react";
import { Link } from "react-router";
import type { Job } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { CloudOffIcon } from "../../ui/icons";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { RetryButton, State } from "../../ui/state";
import { ImportPreview } from "./import-preview";
import { ImportReport, Warnings } from "./import-report";
import { JobProgress } from "./jobs";
import { isWorking, jobQuery } from "./queries";
import { SendAgain } from "./send-again";
import { useAct } from "./use-act";
import { useProblemWords, useSourceWords, useStateWords } from "./words";

interface ImportJobPageProps {
  familyId: string;
  jobId: string;
  back: ReactNode;
  importsPath: string;
  homePath: string;
}

/** One import, from the look inside to what became of it. */
export function ImportJobPage({
  familyId,
  jobId,
  back,
  importsPath,
  homePath,
}: ImportJobPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const job = useQuery(jobQuery(familyId, jobId));
  return (
    <Page title={t`Import`} width="reading">
      <Stack gap="lg">
        <div>
          {back}
          <Title order={1}>
            <Trans>Import</Trans>
          </Title>
        </div>
        {job.data !== undefined ? (
          <Known key={jobId} job={job.data} importsPath={importsPath} homePath={homePath} />
        ) : job.isError ? (
          <State
            icon={<CloudOffIcon />}
            title={<Trans>This import could not be loaded</Trans>}
            action={<RetryButton onRetry={() => void job.refetch()} />}
          >
            {problem(job.error)}
          </State>
        ) : (
          <LoadingRows rows={4} />
        )}
      </Stack>
    </Page>
  );
}

interface KnownProps {
  job: Job;
  importsPath: string;
  homePath: string;
}

function Known({ job, importsPath, homePath }: KnownProps) {
  const problem = useProblemSentence();
  const stateWords = useStateWords();
  const sourceWords = useSourceWords();
  const act = useAct(job);
  useRecordAnew(job);
  return (
    <>
      <Text c="dimmed" role="status">
        {job.work === "import" && sourceWords(job.source.kind)} · {stateWords(job.state)}
      </Text>
      {act.isError && (
        <Notice tone="look" role="alert">
          {problem(act.error)}
        </Notice>
      )}
      <Step job={job} act={act} importsPath={importsPath} homePath={homePath} />
    </>
  );
}

interface StepProps extends KnownProps {
  act: ReturnType<typeof useAct>;
}

function Step({ job, act, importsPath, homePath }: StepProps) {
  switch (job.state) {
    case "waiting":
      return <SendAgain job={job} act={act} />;
    case "reading":
      return (
        <UnderWay job={job} act={act}>
          <Trans>The file is being read. Nothing is added yet.</Trans>
        </UnderWay>
      );
    case "previewed":
      return <ImportPreview job={job} act={act} />;
    case "running":
      return (
        <UnderWay job={job} act={act}>
          <Trans>The record is being added. You can leave this page; it goes on.</Trans>
        </UnderWay>
      );
    case "undoing":
      return (
        <UnderWay job={job} act={null}>
          <Trans>What was added is being taken away again.</Trans>
        </UnderWay>
      );
    case "failed":
      return <Failed job={job} act={act} importsPath={importsPath} homePath={homePath} />;
    case "done":
    case "cancelled":
    case "undone":
      return <ImportReport job={job} act={act} importsPath={importsPath} homePath={homePath} />;
  }
}

interface UnderWayProps {
  job: Job;
  act: ReturnType<typeof useAct> | null;
  children: ReactNode;
}

function UnderWay({ job, act, children }: UnderWayProps) {
  return (
    <Card>
      <Stack gap="md">
        <Text>{children}</Text>
        <JobProgress job={job} />
        {act !== null && (
          <Button
            variant="default"
            loading={act.isPending}
            onClick={() => {
              act.mutate({ act: "cancel" });
            }}
          >
            <Trans>Stop</Trans>
          </Button>
        )}
      </Stack>
    </Card>
  );
}

function Failed({ job, act, importsPath, homePath }: StepProps) {
  const problemWords = useProblemWords();
  const { title, more, resumable } = problemWords(job.problem ?? { code: "internal", text: "" });
  return (
    <>
      <State
        icon={<CloudOffIcon />}
        title={title}
        action={
          <>
            {resumable && (
              <Button
                loading={act.isPending}
                onClick={() => {
                  act.mutate({ act: "resume" });
                }}
              >
                <Trans>Go on</Trans>
              </Button>
            )}
            <Anchor component={Link} to={importsPath}>
              <Trans>Choose another file</Trans>
            </Anchor>
          </>
        }
      >
        {more}
      </State>
      {job.report.created > 0 ? (
        <ImportReport job={job} act={act} importsPath={importsPath} homePath={homePath} />
      ) : (
        <Warnings report={job.report} />
      )}
    </>
  );
}

/** What a worker has written or taken away is read anew, wherever it is shown. */
function useRecordAnew(job: Job): void {
  const queryClient = useQueryClient();
  const working = isWorking(job);
  const worked = useRef(working);
  useEffect(() => {
    if (worked.current && !working) {
      void queryClient.invalidateQueries({
        predicate: ({ queryKey: [first] }) => first === "family" || first === "child",
      });
    }
    worked.current = working;
  }, [working, queryClient]);
}
