import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import type { Child, Home, Illness, MedicalEvent } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { joined, useDoseWords, useIllnessLength, useIllnessName } from "../../lib/record-words";
import { formatTemperature } from "../../lib/units";
import { useNow } from "../../lib/use-now";
import { Card } from "../../ui/card";
import { recordRow, RecordWords } from "../../ui/record-list";
import type { HomePaths } from "./home-page";
import classes from "./now-cards.module.css";

interface NowCardsProps {
  home: Home;
  mayEdit: boolean;
  paths: HomePaths;
}

/** Who is ill right now, and which medicines are being taken. */
export function NowCards({ home, mayEdit, paths }: NowCardsProps) {
  const { t } = useLingui();
  const cards = home.last_and_next.flatMap(
    ({ child_id, ongoing_illnesses, running_medications }) => {
      const child = home.children.find(({ id }) => id === child_id);
      return child === undefined || child.archived
        ? []
        : [
            ...ongoing_illnesses.map((illness) => (
              <li key={illness.id}>
                <IllNow illness={illness} child={child} mayEdit={mayEdit} paths={paths} />
              </li>
            )),
            ...running_medications.map((medication) => (
              <li key={medication.id}>
                <TakenNow medication={medication} child={child} mayEdit={mayEdit} paths={paths} />
              </li>
            )),
          ];
    },
  );
  return cards.length === 0 ? null : (
    <ul className={classes.cards} aria-label={t`Right now`}>
      {cards}
    </ul>
  );
}

interface NowProps {
  child: Child;
  mayEdit: boolean;
  paths: HomePaths;
}

function IllNow({ illness, child, mayEdit, paths }: NowProps & { illness: Illness }) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const illnessName = useIllnessName();
  const length = useIllnessLength();
  const { name } = child;
  const last = illness.temperatures.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1);
  const what = illnessName(illness);
  return (
    <Card>
      <Link to={paths.entry({ kind: "illness", record: illness })} className={recordRow}>
        <RecordWords
          sign="illness"
          title={`${name}: ${what}`}
          details={joined([
            length(illness),
            last && formatTemperature(last.temperature, i18n.locale),
            last && formatMoment(last.at, preferences, i18n.locale),
          ])}
        />
      </Link>
      {mayEdit && (
        <Button
          component={Link}
          to={paths.temperature(child.id, illness.id)}
          variant="light"
          aria-label={t`Add temperature for ${name}`}
        >
          <Trans>Add temperature</Trans>
        </Button>
      )}
    </Card>
  );
}

function TakenNow({ medication, child, mayEdit, paths }: NowProps & { medication: MedicalEvent }) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const doseWords = useDoseWords();
  const now = useNow();
  const { name } = child;
  const medicine = medication.name;
  const { next_possible_at } = medication;
  const next = next_possible_at && formatMoment(next_possible_at, preferences, i18n.locale);
  const waits = next_possible_at !== null && Date.parse(next_possible_at) > now;
  return (
    <Card>
      <Link to={paths.entry({ kind: "event", record: medication })} className={recordRow}>
        <RecordWords
          sign="medication"
          title={`${name}: ${medicine}`}
          details={joined([
            medication.medication?.dose && doseWords(medication.medication.dose),
            next !== null && (waits ? t`next possible ${next}` : t`possible since ${next}`),
            next === null && medication.medication?.schedule,
          ])}
        />
      </Link>
      {mayEdit && (
        <Button
          component={Link}
          to={paths.medicine(child.id)}
          variant="light"
          aria-label={t`Note a dose for ${name}`}
        >
          <Trans>Note a dose</Trans>
        </Button>
      )}
    </Card>
  );
}
