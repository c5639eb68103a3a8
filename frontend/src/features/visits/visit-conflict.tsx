import { useLingui } from "@lingui/react/macro";
import { usePreferences } from "../../api/account";
import type {
  EventDetails,
  IllnessDetails,
  Linked,
  LinkedRecord,
  MeasurementDetails,
  Visit,
  VisitBody,
} from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { Conflict } from "../../ui/conflict";
import { usePartName } from "./part-name";
import { inOneLine, useFacts } from "./summaries";
import { useVisitMoment, useVisitType } from "./words";

export interface Conflicting {
  /** What I wanted to save; null when I wanted to delete. */
  mine: VisitBody | null;
  theirs: Visit;
  linked: Linked;
}

interface VisitConflictProps extends Conflicting {
  saving: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

export function VisitConflict({ mine, theirs, linked, ...rest }: VisitConflictProps) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const rows = useRows();
  const foundRow = useFoundRow();
  const deleted = t({ message: "deleted", comment: "My version of a record: I deleted it" });
  const mineRows = mine && rows(mine);
  return (
    <Conflict
      level={2}
      rows={[
        ...rows(theirs).map(({ label, value }, row) => ({
          label,
          mine: mineRows === null ? deleted : (mineRows[row]?.value ?? ""),
          theirs: value,
        })),
        ...(mine?.records ?? []).map((record) => foundRow(record, linked)),
      ]}
      savedAt={formatMoment(theirs.updated_at, preferences, i18n.locale)}
      {...rest}
    />
  );
}

function useRows(): (visit: VisitBody) => { label: string; value: string }[] {
  const { t } = useLingui();
  const type = useVisitType();
  const moment = useVisitMoment();
  const partName = usePartName();
  const facts = useFacts();
  return (visit) => [
    { label: t`Type`, value: type(visit.type) },
    { label: t`Date`, value: moment({ date: visit.date, time: visit.time ?? null }) },
    { label: t`Place`, value: visit.place ?? "" },
    { label: t`Doctor`, value: visit.doctor ?? "" },
    { label: t`Title`, value: visit.title ?? "" },
    { label: t`Reason`, value: visit.reason ?? "" },
    { label: t`Outcome`, value: visit.outcome ?? "" },
    { label: partName("vitals"), value: visit.vitals ? inOneLine(facts.vitals(visit.vitals)) : "" },
    { label: partName("injury"), value: visit.injury ? inOneLine(facts.injury(visit.injury)) : "" },
    { label: partName("vision"), value: visit.vision ? inOneLine(facts.vision(visit.vision)) : "" },
    { label: partName("dental"), value: visit.dental ? inOneLine(facts.dental(visit.dental)) : "" },
    {
      label: partName("prescriptions"),
      value: inOneLine((visit.prescriptions ?? []).map(facts.prescription)),
    },
    { label: t`Notes`, value: visit.notes ?? "" },
    { label: t`Tags`, value: (visit.tags ?? []).join(", ") },
  ];
}

/** A record that was found at the visit, as I changed it and as it stands now. */
function useFoundRow(): (
  record: LinkedRecord,
  linked: Linked,
) => { label: string; mine: string; theirs: string } {
  const { i18n } = useLingui();
  const partName = usePartName();
  const facts = useFacts();
  return (record, linked) => {
    const label = (name: string) => `${name} ${i18n.number(1 + indexOf(record, linked))}`;
    switch (record.kind) {
      case "measurement": {
        const theirs = linked.measurements.find(({ id }) => id === record.id);
        const mine = record.details as MeasurementDetails | null;
        return {
          label: label(partName("measurement")),
          mine: mine ? inOneLine(facts.measurement(mine)) : "",
          theirs: theirs ? inOneLine(facts.measurement(theirs)) : "",
        };
      }
      case "event": {
        const theirs = linked.events.find(({ id }) => id === record.id);
        const mine = record.details as EventDetails | null;
        return {
          label: label(partName("vaccines")),
          mine: mine ? inOneLine([facts.vaccine(mine)]) : "",
          theirs: theirs ? inOneLine([facts.vaccine(theirs)]) : "",
        };
      }
      case "illness": {
        const theirs = linked.illnesses.find(({ id }) => id === record.id);
        const mine = record.details as IllnessDetails | null;
        return {
          label: label(partName("illness")),
          mine: mine ? facts.illness(mine) : "",
          theirs: theirs ? facts.illness(theirs) : "",
        };
      }
    }
  };
}

function indexOf(record: LinkedRecord, linked: Linked): number {
  const of = {
    measurement: linked.measurements,
    event: linked.events,
    illness: linked.illnesses,
  }[record.kind];
  const index = of.findIndex(({ id }) => id === record.id);
  return index === -1 ? of.length : index;
}

/** My changes of linked records, over the versions that stand there now. */
export function overCurrent(body: VisitBody, linked: Linked): VisitBody {
  const revs = new Map(
    [...linked.measurements, ...linked.events, ...linked.illnesses].map(({ id, rev }) => [id, rev]),
  );
  return {
    ...body,
    records: (body.records ?? []).map((record) => ({
      ...record,
      rev: revs.get(record.id) ?? record.rev ?? null,
    })),
  };
}
