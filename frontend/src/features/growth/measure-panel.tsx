import { Skeleton, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useRef } from "react";
import { usePreferences } from "../../api/account";
import type { Growth } from "../../api/types";
import { Card } from "../../ui/card";
import { chartData } from "./chart-data";
import type { Choices } from "./choices";
import { GrowthTable } from "./growth-table";
import classes from "./measure-panel.module.css";
import { latestOf, pointOf } from "./measures";
import { Saving } from "./saving";
import { CurveNames, OfHundred, useMeasureName } from "./words";

// The chart library is half of the app: it comes when a chart is looked at.
const loadChart = () =>
  import("./growth-chart").then((module) => ({ default: module.GrowthChart }));
const GrowthChart = lazy(loadChart);

/** Starts loading the chart library while the values are still on their way. */
export function preloadChart(): void {
  void loadChart();
}

interface MeasurePanelProps {
  growth: Growth;
  choices: Choices;
  ageDays: number;
  search: string;
}

/** The chart of one measure with its table beside it. */
export function MeasurePanel({ growth, choices, ageDays, search }: MeasurePanelProps) {
  const { t } = useLingui();
  const { units } = usePreferences();
  const chart = useRef<HTMLDivElement>(null);
  const { measure } = choices;
  const name = useMeasureName()(measure, ageDays);
  const data = chartData(growth, measure, units, choices.range, ageDays);
  const latest = latestOf(growth, measure);
  const point = latest && pointOf(latest, measure);
  const changesStandard = data.segments.some(
    ({ standard }, index) => index > 0 && standard !== data.segments[index - 1]?.standard,
  );
  return (
    <div className={classes.panel} data-alone={latest === undefined}>
      <Card labelledBy="chart-title" className={classes.chart}>
        <Title order={2} size="h3" id="chart-title">
          {measure === "weight_for_height" ? name : <Trans>{name} for age</Trans>}
        </Title>
        <Text c="dimmed" size="sm" className={classes.meaning}>
          {point ? <OfHundred measure={measure} point={point} /> : null}
        </Text>
        <Suspense fallback={<Skeleton height="var(--chart-height)" radius="md" />}>
          <div ref={chart}>
            <GrowthChart
              data={data}
              measure={measure}
              dateOfBirth={growth.child.date_of_birth}
              ageDays={ageDays}
            />
          </div>
        </Suspense>
        <Text c="dimmed" size="xs" mt="sm" component="div">
          <CurveNames segments={data.segments} />
        </Text>
        <Saving
          chart={chart}
          title={measure === "weight_for_height" ? name : t`${name} for age`}
          growth={growth}
          measure={measure}
          segments={data.segments}
        />
        {changesStandard && (
          <Text c="dimmed" size="sm" className={classes.gap}>
            <Trans>
              The gap is where one standard ends and the next begins. They describe different
              children, so a centile may move there without any change in growth.
            </Trans>
          </Text>
        )}
      </Card>
      {latest !== undefined && (
        <Card labelledBy="table-title" className={classes.table}>
          <Title order={2} size="h3" id="table-title" mb="sm">
            <Trans>All values</Trans>
          </Title>
          <GrowthTable
            growth={growth}
            measure={measure}
            measureName={name}
            expert={choices.expert}
            editPath={
              growth.role === "viewer"
                ? null
                : (measurementId) => ({ pathname: measurementId, search })
            }
          />
        </Card>
      )}
    </div>
  );
}
