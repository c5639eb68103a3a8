import { Button, Stack, Switch, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "../../api/account";
import { childrenQuery } from "../../api/family";
import type { Job } from "../../api/types";
import { formatDate } from "../../lib/dates";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { Row, Rows } from "../../ui/rows";
import { Warnings } from "./import-report";
import classes from "./transfer.module.css";
import type { useAct } from "./use-act";

interface ImportPreviewProps {
  job: Job;
  act: ReturnType<typeof useAct>;
}

/** What a file holds, before anything of it is added. */
export function ImportPreview({ job, act }: ImportPreviewProps) {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  const [without, setWithout] = useState<readonly string[]>([]);
  const inFile = job.preview?.children ?? [];
  const chosen = inFile.filter(({ id }) => !without.includes(id)).map(({ id }) => id);
  const total = Object.values(job.preview?.counts ?? {}).reduce((sum, each) => sum + each, 0);
  const why =
    total === 0
      ? t`There is nothing in the file that can be added.`
      : inFile.length > 0 && chosen.length === 0
        ? t`Please choose at least one child.`
        : null;
  return (
    <>
      <Card labelledBy="holds">
        <Title order={2} size="h3" id="holds" mb="sm">
          <Trans>What the file holds</Trans>
        </Title>
        {total === 0 ? (
          <Text c="dimmed">
            <Trans>No record that can be read.</Trans>
          </Text>
        ) : (
          <Counts job={job} />
        )}
      </Card>
      {inFile.length > 0 && (
        <Card labelledBy="whose">
          <Title order={2} size="h3" id="whose" mb="xs">
            <Trans>Whose record</Trans>
          </Title>
          <Rows>
            {inFile.map((child) => {
              const { id, name, records, exists } = child;
              const born = formatDate(child.date_of_birth, date_format, i18n.locale);
              return (
                <Row
                  key={id}
                  title={name}
                  badges={
                    <Badge tone={exists ? "plain" : "brand"}>
                      {exists ? <Trans>Here already</Trans> : <Trans>New here</Trans>}
                    </Badge>
                  }
                  action={
                    <Switch
                      size="md"
                      aria-label={t`Import ${name}`}
                      checked={!without.includes(id)}
                      onChange={({ currentTarget }) => {
                        setWithout(
                          currentTarget.checked
                            ? without.filter((each) => each !== id)
                            : [...without, id],
                        );
                      }}
                    />
                  }
                >
                  <div>
                    <Trans>
                      Born {born} · {records} in the record
                    </Trans>
                  </div>
                  {exists && (
                    <div>
                      <Trans>What is missing is added. What is here stays as it is.</Trans>
                    </div>
                  )}
                </Row>
              );
            })}
          </Rows>
        </Card>
      )}
      {job.work === "import" && job.source.kind === "csv" && (
        <OneChild familyId={job.family_id} childId={job.source.child} />
      )}
      <Zone minutes={job.preview?.zone_minutes ?? null} />
      <Warnings report={job.report} />
      <Stack gap="sm">
        <Button
          disabled={why !== null}
          loading={act.isPending}
          onClick={() => {
            act.mutate({ act: "run", children: without.length === 0 ? null : chosen });
          }}
        >
          <Trans>Add it to the record</Trans>
        </Button>
        {why !== null && (
          <Text size="sm" c="dimmed">
            {why}
          </Text>
        )}
        <Button
          variant="subtle"
          color="gray"
          disabled={act.isPending}
          onClick={() => {
            act.mutate({ act: "cancel" });
          }}
        >
          <Trans>Do not import it</Trans>
        </Button>
      </Stack>
    </>
  );
}

function Counts({ job }: { job: Job }) {
  const { t, i18n } = useLingui();
  const counts = job.preview?.counts;
  if (counts === undefined) {
    return null;
  }
  const words = {
    children: t`Children`,
    visits: t`Visits`,
    measurements: t`Measurements`,
    medical_events: t`Vaccines and events`,
    illnesses: t`Illnesses`,
    attachments: t`Documents`,
  };
  const kinds = [
    "children",
    "visits",
    "measurements",
    "medical_events",
    "illnesses",
    "attachments",
  ];
  return (
    <dl className={classes.counts}>
      {(kinds as (keyof typeof words)[])
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <div key={kind} className={classes.count}>
            <dt>{words[kind]}</dt>
            <dd>{counts[kind].toLocaleString(i18n.locale)}</dd>
          </div>
        ))}
    </dl>
  );
}

function OneChild({ familyId, childId }: { familyId: string; childId: string }) {
  const name = useQuery(childrenQuery(familyId)).data?.find(({ id }) => id === childId)?.name;
  return (
    name !== undefined && (
      <Text>
        <Trans>All rows go to the record of {name}.</Trans>
      </Text>
    )
  );
}

/** Where the server stood that wrote the dates of an earlier record; they are read so that none shifts. */
function Zone({ minutes }: { minutes: number | null }) {
  if (minutes === null) {
    return null;
  }
  const sign = minutes < 0 ? "−" : "+";
  const hours = String(Math.floor(Math.abs(minutes) / 60));
  const rest = String(Math.abs(minutes) % 60).padStart(2, "0");
  const zone = `UTC${sign}${hours}:${rest}`;
  return (
    <Notice tone="good">
      <Trans>
        Dates in this file were written in the time zone {zone}, and are read in it, so that no day
        shifts.
      </Trans>
    </Notice>
  );
}
