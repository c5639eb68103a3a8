import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import type { Job } from "../../api/types";
import { Card } from "../../ui/card";
import { Confirm } from "../../ui/confirm";
import { Row, Rows } from "../../ui/rows";
import classes from "./transfer.module.css";
import type { useAct } from "./use-act";
import { useWarningWords } from "./words";

interface ImportReportProps {
  job: Job;
  act: ReturnType<typeof useAct>;
  importsPath: string;
  homePath: string;
}

/** What became of the records of a file, and the way back. */
export function ImportReport({ job, act, importsPath, homePath }: ImportReportProps) {
  const { state, report } = job;
  const { created } = report;
  // What a stopped import had done; before its first records there is nothing to go on from.
  const begun = report.created + report.known + report.kept > 0;
  const undoable = state !== "undone" && created > 0;
  return (
    <>
      <Card labelledBy="became">
        <Stack gap="md">
          <Title order={2} size="h3" id="became">
            {state === "undone" ? (
              <Trans>It is undone</Trans>
            ) : state === "done" ? (
              <Trans>It is in the record</Trans>
            ) : begun ? (
              <Trans>It was stopped on its way</Trans>
            ) : (
              <Trans>Nothing was added</Trans>
            )}
          </Title>
          <Figures job={job} />
          {state === "cancelled" && begun && (
            <Button
              loading={act.isPending}
              onClick={() => {
                act.mutate({ act: "resume" });
              }}
            >
              <Trans>Go on</Trans>
            </Button>
          )}
          {state === "done" ? (
            <Button component={Link} to={homePath} variant="light">
              <Trans>See the record</Trans>
            </Button>
          ) : (
            <Anchor component={Link} to={importsPath}>
              <Trans>Import a file</Trans>
            </Anchor>
          )}
        </Stack>
      </Card>
      <Warnings report={report} />
      {undoable && (
        <Confirm
          ask={<Trans>Undo this import …</Trans>}
          question={
            <Plural
              value={created}
              one="Take away the one entry that was added? If somebody has changed it since, it stays."
              other="Take away the # entries that were added? Those that somebody has changed since stay."
            />
          }
          yes={<Trans>Undo it</Trans>}
          no={<Trans>Keep everything</Trans>}
          busy={act.isPending}
          onYes={() => {
            act.mutate({ act: "undo" });
          }}
        />
      )}
    </>
  );
}

function Figures({ job: { state, report } }: { job: Job }) {
  const { t, i18n } = useLingui();
  const undone = state === "undone";
  const figures: [string, number][] = undone
    ? [
        [t`Taken away`, report.removed],
        [t`Changed since, so still here`, report.left],
      ]
    : [
        [t`Added`, report.created],
        [t`Here already`, report.known],
        [t`Here with other content, left as it is`, report.kept],
        [t`Could not be added`, report.refused],
      ];
  const shown = figures.filter(([, value], nth) => value > 0 || nth === 0);
  return (
    <dl className={classes.counts}>
      {shown.map(([label, value]) => (
        <div key={label} className={classes.count}>
          <dt>{label}</dt>
          <dd>{value.toLocaleString(i18n.locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What in the file deserves a look, by its place. */
export function Warnings({ report }: { report: Job["report"] }) {
  const { t } = useLingui();
  const words = useWarningWords();
  const { warnings, more_warnings } = report;
  if (warnings.length === 0) {
    return null;
  }
  return (
    <Card labelledBy="warnings">
      <Title order={2} size="h3" id="warnings" mb="xs">
        <Trans>Worth a look</Trans>
      </Title>
      <Rows label={t`Worth a look`}>
        {warnings.map((warning) => {
          const { where, what } = words(warning);
          return (
            <Row key={`${warning.place} ${warning.code}`} title={where}>
              {what}
            </Row>
          );
        })}
      </Rows>
      {more_warnings > 0 && (
        <Text c="dimmed" size="sm">
          <Plural value={more_warnings} one="and one more" other="and # more" />
        </Text>
      )}
    </Card>
  );
}
