import { Anchor, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState, type ReactNode } from "react";
import { Link } from "react-router";
import type { Job } from "../../api/types";
import { useNames } from "../../lib/names";
import { Card } from "../../ui/card";
import { DropZone } from "../../ui/drop-zone";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { ChosenFile } from "./chosen-file";
import { JobList, JobRow } from "./jobs";
import { kindOf, type FileKind } from "./sniff";
import { useWhyNoImport } from "./use-rights";
import { useSourceWords } from "./words";

interface ImportPageProps {
  familyId: string;
  choice: ReactNode;
  back: ReactNode;
  jobPath: (jobId: string) => string;
  newChildPath: string;
  onRead: (job: Job) => void;
}

/** A file becomes part of the record: first it is sent, then looked at, then taken over. */
export function ImportPage({
  familyId,
  choice,
  back,
  jobPath,
  newChildPath,
  onRead,
}: ImportPageProps) {
  const { t } = useLingui();
  const whyNot = useWhyNoImport(familyId);
  return (
    <Page title={t`Import`} width="reading">
      <Stack gap="lg">
        <div>
          {back}
          <Title order={1}>
            <Trans>Import</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>
              You see what a file holds before anything is added, and can undo it later.
            </Trans>
          </Text>
        </div>
        {choice}
        {whyNot === undefined ? (
          <LoadingRows rows={3} />
        ) : whyNot === null ? (
          <NewImport
            key={familyId}
            familyId={familyId}
            newChildPath={newChildPath}
            onRead={onRead}
          />
        ) : (
          <Notice tone="look">{whyNot}</Notice>
        )}
        <Card labelledBy="imports">
          <Title order={2} size="h3" id="imports" mb="xs">
            <Trans>Earlier imports</Trans>
          </Title>
          <JobList
            familyId={familyId}
            work="import"
            label={t`Earlier imports`}
            empty={<Trans>None in the last week.</Trans>}
            render={(job) => <ImportRow key={job.id} job={job} path={jobPath(job.id)} />}
          />
        </Card>
      </Stack>
    </Page>
  );
}

type NewImportProps = Pick<ImportPageProps, "familyId" | "newChildPath" | "onRead">;

function NewImport({ familyId, newChildPath, onRead }: NewImportProps) {
  const [chosen, setChosen] = useState<{ file: File; kind: FileKind } | null>(null);
  const take = async ([file]: readonly File[]) => {
    if (file !== undefined) {
      setChosen({ file, kind: await kindOf(file) });
    }
  };
  return (
    <Card labelledBy="new-import">
      <Stack gap="md">
        <Title order={2} size="h3" id="new-import">
          <Trans>A file</Trans>
        </Title>
        {chosen === null ? (
          <>
            <DropZone
              single
              accept=".zip,.csv,.tsv,.txt,application/zip,text/csv,text/plain"
              words={{
                button: <Trans>Choose a file</Trans>,
                hint: <Trans>Or drop a ZIP or CSV file here.</Trans>,
              }}
              onFiles={(files) => void take(files)}
            />
            <Text size="sm" c="dimmed">
              <Trans>
                A ZIP exported from Trajectory, the export ZIP of an earlier family record, or a
                table in CSV with one measurement, vaccine, illness or visit in a row.
              </Trans>
            </Text>
          </>
        ) : (
          <ChosenFile
            key={`${chosen.file.name} ${String(chosen.file.lastModified)}`}
            familyId={familyId}
            file={chosen.file}
            found={chosen.kind}
            newChildPath={newChildPath}
            onRead={onRead}
            onOther={() => {
              setChosen(null);
            }}
          />
        )}
      </Stack>
    </Card>
  );
}

function ImportRow({ job, path }: { job: Job; path: string }) {
  const names = useNames(job.family_id);
  const sourceWords = useSourceWords();
  const who = names(job.created_by);
  const { created } = job.report;
  return (
    <JobRow
      job={job}
      title={
        <Anchor component={Link} to={path} fw={600}>
          {job.work === "import" && sourceWords(job.source.kind)}
        </Anchor>
      }
    >
      <div>
        {who}
        {job.state === "done" && (
          <>
            {" "}
            · <Trans>{created} added</Trans>
          </>
        )}
      </div>
    </JobRow>
  );
}
