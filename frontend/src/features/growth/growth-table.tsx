import { Anchor, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import type { Growth, GrowthEntry, Point } from "../../api/types";
import { ageAt, formatExactAge } from "../../lib/ages";
import { formatDate } from "../../lib/dates";
import { lengthInOtherSystem, localDigits, weightInOtherSystem } from "../../lib/units";
import { correctedAge } from "./corrected-age";
import classes from "./growth-table.module.css";
import { pointOf, type Measure } from "./measures";
import { ValueWords } from "./value-words";
import { FlagWords, Reading } from "./words";

interface GrowthTableProps {
  growth: Growth;
  measure: Measure;
  measureName: string;
  expert: boolean;
  /** Where a measurement is changed; none for somebody who may only look. */
  editPath: ((measurementId: string) => { pathname: string; search: string }) | null;
}

/** The same values as the chart, newest first. */
export function GrowthTable({ growth, measure, measureName, expert, editPath }: GrowthTableProps) {
  const { t } = useLingui();
  const rows = growth.measurements.flatMap((entry) => {
    const point = pointOf(entry, measure);
    return point === null ? [] : [{ entry, point }];
  });
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Date and age</Trans>
          </th>
          <th scope="col">{measureName}</th>
          <th scope="col">
            <Trans>Centile</Trans>
          </th>
          {expert && (
            <th scope="col" className={classes.number}>
              <abbr title={t`z-score`}>z</abbr>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.toReversed().map(({ entry, point }) => (
          <Row
            key={entry.measurement.id}
            entry={entry}
            point={point}
            measure={measure}
            dateOfBirth={growth.child.date_of_birth}
            expert={expert}
            editPath={editPath?.(entry.measurement.id) ?? null}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  entry: GrowthEntry;
  point: Point;
  measure: Measure;
  dateOfBirth: string;
  expert: boolean;
  editPath: { pathname: string; search: string } | null;
}

function Row({ entry, point, measure, dateOfBirth, expert, editPath }: RowProps) {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  const { measurement } = entry;
  const date = formatDate(measurement.date, date_format, i18n.locale);
  const corrected = correctedAge(entry, i18n.locale);
  return (
    <tr>
      <th scope="row">
        {editPath === null ? (
          <span className={classes.date}>{date}</span>
        ) : (
          <Anchor
            component={Link}
            to={editPath}
            className={classes.date}
            aria-label={t`${date}, change this measurement`}
          >
            {date}
          </Anchor>
        )}
        <span className={classes.age}>
          {formatExactAge(ageAt(dateOfBirth, measurement.date), i18n.locale)}
        </span>
        {corrected !== null && (
          <span className={classes.age}>
            <Trans>corrected: {corrected}</Trans>
          </span>
        )}
      </th>
      <td>
        <span className={classes.value}>
          <ValueWords measurement={measurement} measure={measure} point={point} />
        </span>
        <OtherUnit entry={entry} measure={measure} />
      </td>
      <td>
        <Reading point={point} />
        {point.flags.map((flag) => (
          <span key={flag} className={classes.flag}>
            <FlagWords flag={flag} />
          </span>
        ))}
      </td>
      {expert && (
        <td className={classes.number}>
          {typeof point.z === "number" && localDigits(Math.round(point.z * 100) / 100, i18n.locale)}
          <Expert point={point} />
        </td>
      )}
    </tr>
  );
}

function Expert({ point }: { point: Point }) {
  const { i18n } = useLingui();
  const ofP95 =
    typeof point.percent_of_p95 === "number"
      ? localDigits(Math.round(point.percent_of_p95), i18n.locale)
      : null;
  const adjusted =
    typeof point.adjusted_value === "number"
      ? localDigits(Math.round(point.adjusted_value * 100) / 100, i18n.locale)
      : null;
  return (
    <>
      {ofP95 !== null && (
        <span className={classes.age}>
          <Trans>{ofP95} % of the 95th</Trans>
        </span>
      )}
      {adjusted !== null && (
        <span className={classes.age}>
          <Trans>read as {adjusted} cm</Trans>
        </span>
      )}
    </>
  );
}

/** The value in the preferred system, where it was typed in the other one. */
function OtherUnit({ entry, measure }: { entry: GrowthEntry; measure: Measure }) {
  const { i18n } = useLingui();
  const { units } = usePreferences();
  const { weight, height, head_circumference } = entry.measurement;
  const length = measure === "height" ? height : head_circumference;
  let other: string | null = null;
  if ((measure === "weight" || measure === "weight_for_height") && weight) {
    const pounds = weight.unit === "lb" || weight.unit === "oz";
    other = pounds === (units.weight === "lb") ? null : weightInOtherSystem(weight, i18n.locale);
  } else if ((measure === "height" || measure === "head_circumference") && length) {
    const inches = length.unit === "in";
    other = inches === (units.length === "in") ? null : lengthInOtherSystem(length, i18n.locale);
  }
  return other === null ? null : (
    <Text component="span" className={classes.age}>
      <Trans>about {other}</Trans>
    </Text>
  );
}
