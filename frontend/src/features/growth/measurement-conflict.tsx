import { useLingui } from "@lingui/react/macro";
import { usePreferences } from "../../api/account";
import type { Measurement, MeasurementDetails } from "../../api/types";
import { formatDate, formatMoment } from "../../lib/dates";
import { formatLength, formatWeight } from "../../lib/units";
import { Conflict } from "../../ui/conflict";
import { useMeasuredBy } from "./words";

interface MeasurementConflictProps {
  /** What I wanted to save; null when I wanted to delete. */
  mine: MeasurementDetails | null;
  theirs: Measurement;
  saving: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

export function MeasurementConflict({ mine, theirs, ...rest }: MeasurementConflictProps) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const rows = useRows();
  const deleted = t({ message: "deleted", comment: "My version of a record: I deleted it" });
  const mineRows = mine && rows(mine);
  return (
    <Conflict
      rows={rows(theirs).map(({ label, value }, row) => ({
        label,
        mine: mineRows === null ? deleted : (mineRows[row]?.value ?? ""),
        theirs: value,
      }))}
      savedAt={formatMoment(theirs.updated_at, preferences, i18n.locale)}
      {...rest}
    />
  );
}

function useRows(): (details: MeasurementDetails) => { label: string; value: string }[] {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  const measuredBy = useMeasuredBy();
  return ({ date, weight, height, position, head_circumference, measured_by, notes }) => [
    { label: t`Date`, value: formatDate(date, date_format, i18n.locale) },
    { label: t`Weight`, value: weight ? formatWeight(weight, i18n.locale) : "" },
    { label: t`Length`, value: height ? formatLength(height, i18n.locale) : "" },
    {
      label: t`Measured`,
      value: position ? (position === "lying" ? t`Lying` : t`Standing`) : "",
    },
    {
      label: t`Head`,
      value: head_circumference ? formatLength(head_circumference, i18n.locale) : "",
    },
    { label: t`Measured by`, value: measured_by ? measuredBy(measured_by) : "" },
    { label: t`Note`, value: notes ?? "" },
  ];
}
