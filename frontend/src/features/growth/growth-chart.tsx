import { useElementSize } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import {
  CartesianGrid,
  ComposedChart,
  Line,
  XAxis,
  YAxis,
  useXAxisScale,
  useYAxisScale,
} from "recharts";
import { usePreferences } from "../../api/account";
import { ageAt, formatExactAge } from "../../lib/ages";
import { correctedAge } from "./corrected-age";
import { formatDate } from "../../lib/dates";
import { localDigits } from "../../lib/units";
import { DAYS_PER_MONTH, type ChartData, type ChartPoint, type ChartSegment } from "./chart-data";
import classes from "./growth-chart.module.css";
import { axisUnit, type Measure } from "./measures";
import { ValueWords } from "./value-words";
import { ordinal, Reading, useMeasureName, useStandardName } from "./words";

export interface GrowthChartProps {
  data: ChartData;
  measure: Measure;
  dateOfBirth: string;
  ageDays: number;
}

const MARGIN = { top: 12, right: 44, bottom: 4, left: 0 };
const Y_AXIS_WIDTH = 40;
const TOOLTIP_HEIGHT = 110;
// Two names of curves need this much room one above the other.
const NAME_HEIGHT = 12;

/** Measured points over the centile curves of the named standard, on a real time axis. */
export function GrowthChart({ data, measure, dateOfBirth, ageDays }: GrowthChartProps) {
  const { t, i18n } = useLingui();
  const { units } = usePreferences();
  const { ref, width, height } = useElementSize();
  const [active, setActive] = useState<ActivePoint | null>(null);
  const name = useMeasureName()(measure, ageDays);
  const unit = axisUnit(measure, units);
  return (
    <div className={classes.frame}>
      <p className={classes.unit} aria-hidden="true">
        {unit}
      </p>
      <div
        ref={ref}
        className={classes.chart}
        role="group"
        aria-label={
          data.xUnit === "length"
            ? t`Chart of ${name}. The table has the same values.`
            : t`Chart of ${name} over age. The table has the same values.`
        }
      >
        {width > 0 && height > 0 && (
          <ComposedChart width={width} height={height} margin={MARGIN} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--grid)" vertical={false} />
            <XAxis
              type="number"
              dataKey="x"
              domain={[data.x.from, data.x.to]}
              ticks={[...data.x.ticks]}
              allowDataOverflow
              interval={0}
              tickLine={false}
              axisLine={{ stroke: "var(--border)" }}
              tick={{ className: classes.tick ?? "" }}
              tickFormatter={(at: number) => tickOf(at, data.xUnit)}
            />
            <YAxis
              type="number"
              domain={[data.y.from, data.y.to]}
              ticks={[...data.y.ticks]}
              allowDataOverflow
              interval={0}
              width={Y_AXIS_WIDTH}
              tickLine={false}
              axisLine={false}
              tick={{ className: classes.tick ?? "" }}
              tickFormatter={(value: number) =>
                localDigits(Math.round(value * 100) / 100, i18n.locale)
              }
            />
            {data.segments.map((segment) => (
              <CurvesLayer key={segmentKey(segment)} segment={segment} all={data.segments} />
            ))}
            {data.runs.map((run) => (
              <Line
                key={run[0]?.x}
                data={[...run]}
                dataKey="y"
                type="linear"
                stroke="var(--point)"
                strokeWidth={2}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
                // In the order of the children: under the points.
                zIndex={0}
              />
            ))}
            <PointsLayer points={data.runs.flat()} onActive={setActive} active={active} />
          </ComposedChart>
        )}
        {active !== null && (
          <Tooltip active={active} measure={measure} dateOfBirth={dateOfBirth} chartWidth={width} />
        )}
      </div>
      <p className={classes.caption} aria-hidden="true">
        <XCaption unit={data.xUnit} />
      </p>
    </div>
  );
}

/** A tick of the lower axis: months, years, or a length. */
function tickOf(at: number, unit: ChartData["xUnit"]): string {
  const per = { month: DAYS_PER_MONTH, year: DAYS_PER_MONTH * 12, length: 1 }[unit];
  return String(Math.round(at / per));
}

function XCaption({ unit }: { unit: ChartData["xUnit"] }) {
  const { units } = usePreferences();
  const { length } = units;
  switch (unit) {
    case "month":
      return <Trans>Age in months</Trans>;
    case "year":
      return <Trans>Age in years</Trans>;
    case "length":
      return <Trans>Length or height in {length}</Trans>;
  }
}

function segmentKey({ standard, curves }: ChartSegment): string {
  return `${standard} ${String(curves[0]?.points[0]?.x)}`;
}

/** The curves of one standard with the bands between them, each curve named at its end. */
function CurvesLayer({ segment, all }: { segment: ChartSegment; all: readonly ChartSegment[] }) {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const standardName = useStandardName();
  const { i18n } = useLingui();
  if (xScale === undefined || yScale === undefined) {
    return null;
  }
  const at = ({ x, y }: { x: number; y: number }) =>
    `${(xScale(x) ?? 0).toFixed(1)},${(yScale(y) ?? 0).toFixed(1)}`;
  const curves = [...segment.curves].sort((one, other) => one.centile - other.centile);
  const isLast = all.at(-1) === segment;
  // The next segment of the same standard continues this one: its names would stand twice.
  const next = all[all.indexOf(segment) + 1];
  const named = next?.standard !== segment.standard;
  const bands = [
    { low: curves[0], high: curves.at(-1), className: classes.outer },
    { low: curves[1], high: curves.at(-2), className: classes.inner },
  ];
  const top = curves.at(-1)?.points ?? [];
  const end = top.at(-1);
  const start = top[0];
  const width =
    start === undefined || end === undefined ? 0 : (xScale(end.x) ?? 0) - (xScale(start.x) ?? 0);
  const roomy = width > 60;
  const heights = curves.map(({ points }) => yScale(points.at(-1)?.y ?? 0) ?? 0);
  const names = isLast ? spread(heights) : heights;
  return (
    <g>
      {bands.map(
        ({ low, high, className }) =>
          low !== undefined &&
          high !== undefined &&
          low !== high && (
            <polygon
              key={className}
              className={className}
              points={[...low.points, ...high.points.toReversed()].map(at).join(" ")}
            />
          ),
      )}
      {curves.map(({ centile, points }) => (
        <polyline key={centile} className={classes.curve} points={points.map(at).join(" ")} />
      ))}
      {isLast &&
        curves.map(({ centile }, index) => (
          <text
            key={centile}
            className={classes.name}
            x={(xScale(end?.x ?? 0) ?? 0) + 6}
            y={names[index]}
            dominantBaseline="central"
            aria-hidden="true"
          >
            {ordinal(centile, i18n.locale)}
          </text>
        ))}
      {named && end !== undefined && (
        <text
          className={classes.standard}
          x={(xScale(end.x) ?? 0) - 4}
          y={Math.min(yScale(end.y) ?? 0, names.at(-1) ?? Infinity) - NAME_HEIGHT}
          textAnchor="end"
          aria-hidden="true"
        >
          {roomy ? standardName(segment.standard) : ""}
        </text>
      )}
    </g>
  );
}

/** Moves names apart that would lie on each other; they come from the lowest curve to the highest. */
function spread(heights: readonly number[]): number[] {
  const moved = [...heights];
  for (let index = 1; index < moved.length; index += 1) {
    const below = moved[index - 1] ?? 0;
    moved[index] = Math.min(moved[index] ?? 0, below - NAME_HEIGHT);
  }
  // What was pushed up is shared out, so that the names stay around their curves.
  const pushed = heights.reduce((sum, height, index) => sum + height - (moved[index] ?? 0), 0);
  const share = heights.length === 0 ? 0 : pushed / heights.length;
  return moved.map((height) => height + share);
}

interface ActivePoint {
  shown: ChartPoint;
  left: number;
  top: number;
}

interface PointsLayerProps {
  points: readonly ChartPoint[];
  active: ActivePoint | null;
  onActive: (active: ActivePoint | null) => void;
}

function PointsLayer({ points, active, onActive }: PointsLayerProps) {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  if (xScale === undefined || yScale === undefined) {
    return null;
  }
  return (
    <g>
      {points.map((shown, index) => {
        const left = xScale(shown.x) ?? 0;
        const top = yScale(shown.y) ?? 0;
        const show = () => {
          onActive({ shown, left, top });
        };
        const hide = () => {
          onActive(null);
        };
        const { id, date } = shown.entry.measurement;
        const day = formatDate(date, date_format, i18n.locale);
        return (
          <g
            key={id}
            className={classes.point}
            data-active={active?.shown.entry.measurement.id === id}
            data-latest={index === points.length - 1}
            tabIndex={0}
            role="button"
            aria-label={t`Measurement of ${day}`}
            onMouseEnter={show}
            onMouseLeave={hide}
            onFocus={show}
            onBlur={hide}
            onClick={show}
            onKeyDown={({ key }) => {
              if (key === "Escape") {
                hide();
              } else if (key === "Enter" || key === " ") {
                show();
              }
            }}
          >
            <circle className={classes.reach} cx={left} cy={top} r={16} />
            <circle className={classes.dot} cx={left} cy={top} r={5.5} />
          </g>
        );
      })}
    </g>
  );
}

interface TooltipProps {
  active: ActivePoint;
  measure: Measure;
  dateOfBirth: string;
  chartWidth: number;
}

function Tooltip({ active, measure, dateOfBirth, chartWidth }: TooltipProps) {
  const { i18n } = useLingui();
  const { date_format } = usePreferences();
  const { entry, point } = active.shown;
  const { date } = entry.measurement;
  const corrected = correctedAge(entry, i18n.locale);
  return (
    <div
      className={classes.tooltip}
      data-side={active.top > TOOLTIP_HEIGHT ? "above" : "below"}
      style={{ "--left": active.left / chartWidth, top: active.top }}
      role="status"
    >
      <strong>
        <ValueWords measurement={entry.measurement} measure={measure} point={point} />
      </strong>
      <span>
        <Reading point={point} />
      </span>
      <span className={classes.when}>
        {formatDate(date, date_format, i18n.locale)} ·{" "}
        {formatExactAge(ageAt(dateOfBirth, date), i18n.locale)}
      </span>
      {corrected !== null && (
        <span className={classes.when}>
          <Trans>corrected: {corrected}</Trans>
        </span>
      )}
    </div>
  );
}
