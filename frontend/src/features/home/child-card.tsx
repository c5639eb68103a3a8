import { Button, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import type { Child, Entry, LastAndNext, Measurement } from "../../api/types";
import { ageAt, DAY_OF_STANDING, formatAge } from "../../lib/ages";
import { daysBetween, formatDate, today } from "../../lib/dates";
import { useEntryWords } from "../../lib/record-words";
import { formatLength, formatWeight } from "../../lib/units";
import { Card } from "../../ui/card";
import { ChildAvatar } from "../../ui/child-avatar";
import { ChevronRightIcon, PlusIcon } from "../../ui/icons";
import classes from "./child-card.module.css";

interface ChildCardProps {
  child: Child;
  /** The latest measurements of this child, newest first. */
  measurements: readonly Measurement[];
  lastAndNext: LastAndNext | undefined;
  path: string;
  entryPath: (entry: Entry) => string;
  /** Where to add one; none for somebody who may only look. */
  newMeasurementPath: string | null;
}

export function ChildCard({
  child,
  measurements,
  lastAndNext,
  path,
  entryPath,
  newMeasurementPath,
}: ChildCardProps) {
  const { t, i18n } = useLingui();
  const { time_zone } = usePreferences();
  const weighed = measurements.find(({ weight }) => weight !== null);
  const measured = measurements.find(({ height }) => height !== null);
  const name = child.name;
  return (
    <Card className={classes.card}>
      <Link to={path} className={classes.who}>
        <ChildAvatar id={child.id} name={name} size="md" />
        <div className={classes.words}>
          <Title order={2} className={classes.name}>
            {name}
          </Title>
          <Text component="span" c="dimmed">
            {formatAge(ageAt(child.date_of_birth, today(time_zone)), i18n.locale)}
          </Text>
        </div>
        <ChevronRightIcon />
      </Link>
      {measurements.length === 0 ? (
        <p className={classes.nothing}>
          <Trans>No measurements yet. The first one draws the first point on the chart.</Trans>
        </p>
      ) : (
        <dl className={classes.latest}>
          <Latest
            label={<Trans>Weight</Trans>}
            value={weighed?.weight ? formatWeight(weighed.weight, i18n.locale) : null}
            date={weighed?.date}
          />
          <Latest
            label={
              measured?.position === "standing" ||
              daysBetween(child.date_of_birth, today(time_zone)) >= DAY_OF_STANDING ? (
                <Trans>Height</Trans>
              ) : (
                <Trans>Length</Trans>
              )
            }
            value={measured?.height ? formatLength(measured.height, i18n.locale) : null}
            date={measured?.date}
          />
        </dl>
      )}
      {lastAndNext !== undefined && <Things things={lastAndNext} entryPath={entryPath} />}
      {newMeasurementPath !== null && (
        <Button
          component={Link}
          to={newMeasurementPath}
          variant="light"
          fullWidth
          leftSection={<PlusIcon />}
          // Several cards have this button: its name says for whom, and begins with what is seen.
          aria-label={t`Add measurement for ${name}`}
        >
          <Trans>Add measurement</Trans>
        </Button>
      )}
    </Card>
  );
}

/** The last and next of each thing, each a link to it. */
function Things({
  things,
  entryPath,
}: {
  things: LastAndNext;
  entryPath: (entry: Entry) => string;
}) {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  const words = useEntryWords();
  const { next_appointment, last_visit, last_illness, last_vaccine } = things;
  const all: { label: string; entry: Entry }[] = [];
  if (next_appointment) {
    all.push({ label: t`Next visit`, entry: { kind: "visit", record: next_appointment } });
  }
  if (last_visit) {
    all.push({ label: t`Last visit`, entry: { kind: "visit", record: last_visit } });
  }
  if (last_illness) {
    all.push({ label: t`Last illness`, entry: { kind: "illness", record: last_illness } });
  }
  if (last_vaccine) {
    all.push({ label: t`Last vaccine`, entry: { kind: "event", record: last_vaccine } });
  }
  return all.length === 0 ? null : (
    <ul className={classes.things}>
      {all.map(({ label, entry }) => {
        const { title, date } = words(entry);
        return (
          <li key={label}>
            <Link to={entryPath(entry)} className={classes.thing ?? ""}>
              <span className={classes.date}>{label}</span>
              <span className={classes.what}>{title}</span>
              <span className={classes.date}>{formatDate(date, date_format, i18n.locale)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function Latest({
  label,
  value,
  date,
}: {
  label: ReactNode;
  value: string | null;
  date: string | undefined;
}) {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  return (
    <div className={classes.measure}>
      <dt>{label}</dt>
      <dd className={classes.value}>{value ?? t({ message: "—", comment: "An empty field" })}</dd>
      <dd className={classes.date}>
        {date !== undefined && formatDate(date, date_format, i18n.locale)}
      </dd>
    </div>
  );
}
