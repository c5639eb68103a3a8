import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { childrenQuery } from "../../api/family";
import { keys } from "../../api/keys";
import type { Job } from "../../api/types";
import { formatDate, today } from "../../lib/dates";
import { newId } from "../../lib/ids";
import { useProblemSentence } from "../../lib/problems";
import { formatSize } from "../../lib/sizes";
import { Card } from "../../ui/card";
import { Chips } from "../../ui/chips";
import { Choice } from "../../ui/choice";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { JobList, JobRow } from "./jobs";
import { createExport, readJob } from "./queries";
import classes from "./transfer.module.css";
import { useAct } from "./use-act";
import { useProblemWords } from "./words";

interface ExportPageProps {
  familyId: string;
  choice: ReactNode;
  back: ReactNode;
  importsPath: string;
}

/** The whole record of a family as one ZIP, to keep or to take elsewhere. */
export function ExportPage({ familyId, choice, back, importsPath }: ExportPageProps) {
  const { t } = useLingui();
  return (
    <Page title={t`Export`} width="reading">
      <Stack gap="lg">
        <div>
          {back}
          <Title order={1}>
            <Trans>Export</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>The record is yours. Take it with you as one ZIP.</Trans>
          </Text>
        </div>
        {choice}
        <NewExport key={familyId} familyId={familyId} />
        <Card labelledBy="exports">
          <Title order={2} size="h3" id="exports" mb="xs">
            <Trans>Your exports</Trans>
          </Title>
          <JobList
            familyId={familyId}
            work="export"
            label={t`Your exports`}
            empty={<Trans>None in the last week. Each is kept for seven days.</Trans>}
            render={(job) => <ExportRow key={job.id} job={job} />}
          />
        </Card>
        <Text c="dimmed">
          <Trans>
            Another family can read the ZIP on its page{" "}
            <Anchor component={Link} to={importsPath}>
              Import
            </Anchor>
            , also on another installation.
          </Trans>
        </Text>
      </Stack>
    </Page>
  );
}

function NewExport({ familyId }: { familyId: string }) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const children = useQuery(childrenQuery(familyId)).data ?? [];
  const [only, setOnly] = useState<readonly string[] | null>(null);
  // Asking twice before there is an answer is the same export.
  const [id, setId] = useState(() => newId("job"));
  const ask = useMutation({
    mutationFn: () => createExport(familyId, id, only === null ? null : [...only]),
    onSuccess: () => {
      setId(newId("job"));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.jobs(familyId) }),
  });
  const none = only?.length === 0;
  const choose = (children: readonly string[] | null) => {
    setOnly(children);
    setId(newId("job"));
  };
  return (
    <Card labelledBy="new-export">
      <Stack gap="md">
        <Title order={2} size="h3" id="new-export">
          <Trans>What is in it</Trans>
        </Title>
        <ul className={classes.list}>
          <li>
            <Trans>a page to read and print, record.html</Trans>
          </li>
          <li>
            <Trans>tables for a spreadsheet, with units in the headings</Trans>
          </li>
          <li>
            <Trans>all photos and documents</Trans>
          </li>
          <li>
            <Trans>the data in full, data.json, for reading it in again</Trans>
          </li>
        </ul>
        {children.length > 1 && (
          <Choice<"all" | "some">
            label={t`Of whom`}
            value={only === null ? "all" : "some"}
            onChange={(value) => {
              choose(value === "all" ? null : []);
            }}
            data={[
              { value: "all", label: t`All children` },
              { value: "some", label: t`Only some` },
            ]}
          />
        )}
        {only !== null && (
          <Chips
            label={t`Children`}
            data={children.map((child) => ({ value: child.id, label: child.name }))}
            value={only}
            onChange={choose}
          />
        )}
        {ask.isError && (
          <Notice tone="look" role="alert">
            {problem(ask.error)}
          </Notice>
        )}
        <Button
          disabled={none}
          loading={ask.isPending}
          onClick={() => {
            ask.mutate();
          }}
        >
          <Trans>Make the ZIP</Trans>
        </Button>
        {none && (
          <Text size="sm" c="dimmed">
            <Trans>Please choose at least one child.</Trans>
          </Text>
        )}
        <Text size="sm" c="dimmed">
          <Trans>
            The ZIP can be read by anybody who has it. Keep it in a safe place. The trash and the
            history are not in it.
          </Trans>
        </Text>
      </Stack>
    </Card>
  );
}

function ExportRow({ job }: { job: Job }) {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const problemWords = useProblemWords();
  const { date_format, time_zone } = usePreferences();
  const children = useQuery(childrenQuery(job.family_id)).data;
  const act = useAct(job);
  const fetchIt = useMutation({
    mutationFn: async () => {
      // The address holds for minutes, so it is asked for when it is wanted.
      const { download } = await readJob(job.family_id, job.id);
      if (download != null) {
        location.assign(download.url);
      }
    },
  });
  const failed = act.error ?? fetchIt.error;
  const only = job.work === "export" ? job.children : null;
  const names = only?.flatMap((id) => children?.find((child) => child.id === id)?.name ?? []);
  const whose =
    names == null || names.length === 0
      ? t`All children`
      : new Intl.ListFormat(i18n.locale, { type: "conjunction" }).format(names);
  const until = formatDate(today(time_zone, new Date(job.expires_at)), date_format, i18n.locale);
  const why = job.state === "failed" && job.problem != null ? problemWords(job.problem) : null;
  return (
    <JobRow
      job={job}
      action={
        job.state === "done" ? (
          <Button
            size="sm"
            loading={fetchIt.isPending}
            onClick={() => {
              fetchIt.mutate();
            }}
          >
            <Trans>Download</Trans>
          </Button>
        ) : job.state === "running" ? (
          <Button
            size="sm"
            variant="default"
            loading={act.isPending}
            onClick={() => {
              act.mutate({ act: "cancel" });
            }}
          >
            <Trans>Cancel</Trans>
          </Button>
        ) : job.state === "failed" || job.state === "cancelled" ? (
          <Button
            size="sm"
            variant="default"
            loading={act.isPending}
            onClick={() => {
              act.mutate({ act: "resume" });
            }}
          >
            <Trans>Go on</Trans>
          </Button>
        ) : undefined
      }
    >
      <Group gap="xs">
        <span>{whose}</span>
        {job.result_bytes != null && <span>· {formatSize(job.result_bytes, i18n.locale)}</span>}
        {job.state === "done" && (
          <span>
            · <Trans>until {until}</Trans>
          </span>
        )}
      </Group>
      {why !== null && <div>{why.title}</div>}
      {failed !== null && <div role="alert">{problem(failed)}</div>}
    </JobRow>
  );
}
