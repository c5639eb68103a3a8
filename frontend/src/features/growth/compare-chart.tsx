import { useElementSize } from "@mantine/hooks";
import { Trans, useLingui } from "@lingui/react/macro";
import { CartesianGrid, ComposedChart, XAxis, YAxis, useXAxisScale, useYAxisScale } from "recharts";
import { localDigits } from "../../lib/units";
import { DAYS_PER_MONTH } from "./chart-data";
import classes from "./compare.module.css";
import { dashes, type CompareData, type Compared } from "./compare-data";

const MARGIN = { top: 12, right: 16, bottom: 4, left: 0 };
const Y_AXIS_WIDTH = 40;
interface CompareChartProps {
  data: CompareData;
  label: string;
  unit: string;
}

/** One measure of several children over their age, a line for each. */
export function CompareChart({ data, label, unit }: CompareChartProps) {
  const { i18n } = useLingui();
  const { ref, width, height } = useElementSize();
  return (
    <div>
      <p className={classes.small} aria-hidden="true">
        {unit}
      </p>
      <div ref={ref} className={classes.chart} role="img" aria-label={label}>
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
              tickFormatter={(day: number) =>
                String(Math.round(day / DAYS_PER_MONTH / (data.xUnit === "year" ? 12 : 1)))
              }
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
            {data.children.map((compared, nth) => (
              <ChildLine key={compared.child.id} compared={compared} nth={nth} />
            ))}
          </ComposedChart>
        )}
      </div>
      <p className={classes.small} data-middle aria-hidden="true">
        {data.xUnit === "year" ? <Trans>Age in years</Trans> : <Trans>Age in months</Trans>}
      </p>
    </div>
  );
}

function ChildLine({ compared, nth }: { compared: Compared; nth: number }) {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (xScale === undefined || yScale === undefined) {
    return null;
  }
  const places = compared.points.map(({ x, y }) => [xScale(x) ?? 0, yScale(y) ?? 0] as const);
  return (
    <g className={classes.child} data-nth={nth % dashes.length}>
      <polyline
        className={classes.line}
        strokeDasharray={dashes[nth % dashes.length]}
        points={places.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
      />
      {places.map(([x, y], index) => (
        <circle key={index} className={classes.dot} cx={x} cy={y} r={4} />
      ))}
    </g>
  );
}
