import { useElementSize } from "@mantine/hooks";
import { useLingui } from "@lingui/react/macro";
import { usePreferences } from "../../api/account";
import type { TemperatureReading } from "../../api/types";
import { dateAndTime, daysBetween, formatDate } from "../../lib/dates";
import { localDigits, temperatureIn } from "../../lib/units";
import classes from "./fever-chart.module.css";

const MARGIN = { top: 20, right: 16, bottom: 22, left: 36 };
// What counts as fever, and the range that is always in sight, in degrees Celsius.
const FEVER = 38;
const LOWEST = 36;
const HIGHEST = 40;
const HOUR = 3_600_000;

/** The readings of an illness over time; the table beside it has the same values. */
export function FeverChart({ readings }: { readings: readonly TemperatureReading[] }) {
  const { t, i18n } = useLingui();
  const { units, date_format, time_zone } = usePreferences();
  const { ref, width, height } = useElementSize();
  const points = readings
    .map(({ at, temperature }) => ({
      at: Date.parse(at),
      celsius: temperatureIn(temperature, "c"),
      shown: temperatureIn(temperature, units.temperature),
    }))
    .toSorted((one, other) => one.at - other.at);
  const first = points[0];
  const last = points.at(-1);
  const top = points.toSorted((one, other) => one.celsius - other.celsius).at(-1);
  if (first === undefined || last === undefined || top === undefined) {
    return null;
  }
  const low = Math.floor(Math.min(LOWEST, ...points.map(({ celsius }) => celsius)));
  const high = Math.ceil(Math.max(HIGHEST, ...points.map(({ celsius }) => celsius)));
  // A single reading stands in the middle.
  const from = first.at === last.at ? first.at - 6 * HOUR : first.at;
  const to = first.at === last.at ? last.at + 6 * HOUR : last.at;
  const x = (at: number) =>
    MARGIN.left + ((at - from) / (to - from)) * (width - MARGIN.left - MARGIN.right);
  const y = (celsius: number) =>
    height -
    MARGIN.bottom -
    ((celsius - low) / (high - low)) * (height - MARGIN.top - MARGIN.bottom);
  const degrees = Array.from({ length: high - low + 1 }, (_, step) => low + step);
  const day = (at: number) => {
    const { date } = dateAndTime(new Date(at), time_zone);
    return { date, words: formatDate(date, date_format, i18n.locale) };
  };
  const start = day(first.at);
  const end = day(last.at);
  return (
    <div
      ref={ref}
      className={classes.frame}
      role="img"
      aria-label={t`Temperatures over time. The table has the same values.`}
    >
      {width > 0 && height > 0 && (
        <svg width={width} height={height} aria-hidden="true">
          <rect
            className={classes.fever}
            x={MARGIN.left}
            width={width - MARGIN.left - MARGIN.right}
            y={y(high)}
            height={y(FEVER) - y(high)}
          />
          {degrees.map((celsius) => (
            <g key={celsius}>
              <line
                className={classes.grid}
                x1={MARGIN.left}
                x2={width - MARGIN.right}
                y1={y(celsius)}
                y2={y(celsius)}
              />
              <text
                className={classes.text}
                x={MARGIN.left - 6}
                y={y(celsius)}
                textAnchor="end"
                dominantBaseline="central"
              >
                {localDigits(
                  Math.round(temperatureIn({ value: celsius, unit: "c" }, units.temperature) * 10) /
                    10,
                  i18n.locale,
                )}
              </text>
            </g>
          ))}
          <polyline
            className={classes.line}
            points={points
              .map(({ at, celsius }) => `${String(x(at))},${String(y(celsius))}`)
              .join(" ")}
          />
          {points.map(({ at, celsius }) => (
            <circle
              key={`${String(at)} ${String(celsius)}`}
              className={classes.dot}
              cx={x(at)}
              cy={y(celsius)}
              r={5}
            />
          ))}
          <text className={classes.top} x={x(top.at)} y={y(top.celsius) - 10} textAnchor="middle">
            {localDigits(Math.round(top.shown * 10) / 10, i18n.locale)}
          </text>
          <text className={classes.text} x={MARGIN.left} y={height - 6}>
            {start.words}
          </text>
          {daysBetween(start.date, end.date) > 0 && (
            <text className={classes.text} x={width - MARGIN.right} y={height - 6} textAnchor="end">
              {end.words}
            </text>
          )}
        </svg>
      )}
    </div>
  );
}
