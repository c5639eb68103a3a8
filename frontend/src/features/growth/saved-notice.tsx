import { Trans } from "@lingui/react/macro";
import type { Growth } from "../../api/types";
import { Notice } from "../../ui/notice";
import { measures, pointOf } from "./measures";
import { FlagWords, Reading, useMeasureName } from "./words";
import classes from "./saved-notice.module.css";

/** What the form leaves behind in the history entry: which measurement it has saved. */
export function savedState(measurementId: string): { saved: string } {
  return { saved: measurementId };
}

export function savedIn(state: unknown): string | null {
  return typeof state === "object" &&
    state !== null &&
    "saved" in state &&
    typeof state.saved === "string"
    ? state.saved
    : null;
}

interface SavedNoticeProps {
  growth: Growth;
  measurementId: string;
  onClose: () => void;
}

/** Says where the measurement that was just saved stands. */
export function SavedNotice({ growth, measurementId, onClose }: SavedNoticeProps) {
  const name = useMeasureName();
  const entry = growth.measurements.find(({ measurement }) => measurement.id === measurementId);
  const points = measures.flatMap((measure) => {
    const point = entry && pointOf(entry, measure);
    return point && measure !== "bmi" && measure !== "weight_for_height"
      ? [{ measure, point }]
      : [];
  });
  const flags = [...new Set(points.flatMap(({ point }) => point.flags))];
  return (
    <Notice tone={flags.length === 0 ? "good" : "look"} role="status" onClose={onClose}>
      <strong>
        <Trans>Saved.</Trans>
      </strong>{" "}
      {entry &&
        points.map(({ measure, point }) => (
          <span key={measure} className={classes.reading}>
            {name(measure, entry.age_days)}: <Reading point={point} />
          </span>
        ))}
      {flags.map((flag) => (
        <span key={flag} className={classes.flag}>
          <FlagWords flag={flag} />
        </span>
      ))}
    </Notice>
  );
}
