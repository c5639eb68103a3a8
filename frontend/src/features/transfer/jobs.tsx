import { Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { usePreferences } from "../../api/account";
import type { Job } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { Badge } from "../../ui/badge";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Row, Rows } from "../../ui/rows";
import { RetryButton } from "../../ui/state";
import { isWorking, jobsQuery } from "./queries";
import classes from "./transfer.module.css";
import { useStateWords } from "./words";

interface JobListProps {
  familyId: string;
  work: Job["work"];
  label: string;
  empty: ReactNode;
  render: (job: Job) => ReactNode;
}

/** The exports or the imports of the last week. */
export function JobList({ familyId, work, label, empty, render }: JobListProps) {
  const problem = useProblemSentence();
  const jobs = useQuery(jobsQuery(familyId));
  if (jobs.data === undefined) {
    return jobs.isError ? (
      <Stack gap="sm" align="start">
        <Notice tone="look" role="alert">
          {problem(jobs.error)}
        </Notice>
        <RetryButton onRetry={() => void jobs.refetch()} />
      </Stack>
    ) : (
      <LoadingRows rows={2} />
    );
  }
  const shown = jobs.data.filter((job) => job.work === work);
  return shown.length === 0 ? (
    <Text c="dimmed">{empty}</Text>
  ) : (
    <Rows label={label}>{shown.map(render)}</Rows>
  );
}

interface JobRowProps {
  job: Job;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

export function JobRow({ job, title, children, action }: JobRowProps) {
  const { i18n } = useLingui();
  const preferences = usePreferences();
  const stateWords = useStateWords();
  const when = formatMoment(job.created_at, preferences, i18n.locale);
  const tone = job.state === "failed" ? "look" : job.state === "done" ? "brand" : "plain";
  return (
    <Row
      title={title ?? when}
      badges={<Badge tone={tone}>{stateWords(job.state)}</Badge>}
      action={action}
    >
      {title !== undefined && <div>{when}</div>}
      {children}
      {isWorking(job) && <JobProgress job={job} />}
    </Row>
  );
}

/** How far a job is; without a known end it only says that it goes on. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useLingui();
  const { done, total } = job.progress;
  return (
    <div role="status">
      <progress
        className={classes.progress}
        aria-label={t`How far it is`}
        {...(total == null || total === 0 ? {} : { max: total, value: Math.min(done, total) })}
      />
      {total != null && total > 0 && (
        <Text size="sm" c="dimmed">
          <Trans>
            {done} of {total}
          </Trans>
        </Text>
      )}
    </div>
  );
}
