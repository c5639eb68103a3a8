import { Anchor, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, type ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import type { Linked, Visit } from "../../api/types";
import { formatDate } from "../../lib/dates";
import { Card } from "../../ui/card";
import { usePartName } from "./part-name";
import { useFacts, type Fact } from "./summaries";
import classes from "./visit-page.module.css";

/** Everything that was entered, by part. */
export function Parts({ visit }: { visit: Visit }) {
  const { t } = useLingui();
  const facts = useFacts();
  const partName = usePartName();
  return (
    <>
      {visit.reason !== null && (
        <Section title={t`Reason`}>
          <p className={classes.text}>{visit.reason}</p>
        </Section>
      )}
      {visit.vitals && (
        <Section title={partName("vitals")}>
          <Facts facts={facts.vitals(visit.vitals)} tiles />
        </Section>
      )}
      {visit.injury && (
        <Section title={partName("injury")}>
          <Facts facts={facts.injury(visit.injury)} />
        </Section>
      )}
      {visit.vision && (
        <Section title={partName("vision")}>
          <Facts facts={facts.vision(visit.vision)} />
        </Section>
      )}
      {visit.dental && (
        <Section title={partName("dental")}>
          <Facts facts={facts.dental(visit.dental)} />
        </Section>
      )}
      {visit.prescriptions.length > 0 && (
        <Section title={partName("prescriptions")}>
          <Facts facts={visit.prescriptions.map(facts.prescription)} />
        </Section>
      )}
      {visit.notes !== null && (
        <Section title={t`Notes`}>
          <p className={classes.text}>{visit.notes}</p>
        </Section>
      )}
      {visit.tags.length > 0 && (
        <ul className={classes.tags} aria-label={t`Tags`}>
          {visit.tags.map((tag) => (
            <li key={tag} className={classes.tag}>
              {tag}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The records that were found at the visit. */
export function Found({ linked, growthPath }: { linked: Linked; growthPath: string }) {
  const { t, i18n } = useLingui();
  const facts = useFacts();
  const partName = usePartName();
  const { date_format } = usePreferences();
  const date = (day: string) => formatDate(day, date_format, i18n.locale);
  const vaccines = linked.events.filter(({ type }) => type === "vaccine");
  const events = linked.events.filter(({ type }) => type !== "vaccine");
  return (
    <>
      {linked.measurements.map((measurement) => (
        <Section
          key={measurement.id}
          title={partName("measurement")}
          action={
            <Anchor component={Link} to={growthPath}>
              <Trans>See in growth</Trans>
            </Anchor>
          }
        >
          <Facts facts={facts.measurement(measurement)} tiles />
        </Section>
      ))}
      {vaccines.length > 0 && (
        <Section title={partName("vaccines")}>
          <Facts facts={vaccines.map(facts.vaccine)} />
        </Section>
      )}
      {linked.illnesses.length > 0 && (
        <Section title={partName("illness")}>
          <Facts
            facts={linked.illnesses.map((illness) => {
              const from = date(illness.started_on);
              const to = illness.ended_on === null ? null : date(illness.ended_on);
              return {
                label: facts.illness(illness),
                value: to === null ? t`since ${from}, still going on` : `${from} – ${to}`,
              };
            })}
          />
        </Section>
      )}
      {events.length > 0 && (
        <Section title={t`Also recorded`}>
          <Facts facts={events.map(({ name, date: day }) => ({ label: name, value: date(day) }))} />
        </Section>
      )}
    </>
  );
}

interface SectionProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ title, action, children }: SectionProps) {
  const id = useId();
  return (
    <Card labelledBy={id}>
      <div className={classes.sectionHead}>
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {action}
      </div>
      {children}
    </Card>
  );
}

function Facts({ facts, tiles = false }: { facts: readonly Fact[]; tiles?: boolean }) {
  return (
    <dl className={tiles ? classes.tiles : classes.facts}>
      {facts.map(({ label, value }, index) => (
        // Two of one name may stand there, as two doses of a vaccine.
        <div key={`${label} ${String(index)}`} className={classes.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
