import { Anchor, Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { childrenQuery } from "../../api/family";
import type { Child, Growth } from "../../api/types";
import { ageAt, DAY_OF_STANDING, formatExactAge } from "../../lib/ages";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { Chips } from "../../ui/chips";
import { Choices } from "../../ui/choices";
import { CloudOffIcon, PeopleIcon, PrintIcon } from "../../ui/icons";
import { LoadingRows } from "../../ui/loading";
import { Page } from "../../ui/page";
import { RetryButton, State } from "../../ui/state";
import { compareData, dashes, type CompareData } from "./compare-data";
import classes from "./compare.module.css";
import { correctedAge } from "./corrected-age";
import tableClasses from "./growth-table.module.css";
import { Sources } from "./growth-tab";
import { axisUnit, type AgeMeasure } from "./measures";
import { growthQuery } from "./queries";
import { ValueWords } from "./value-words";
import { Reading, useMeasureName } from "./words";

const CompareChart = lazy(() =>
  import("./compare-chart").then((module) => ({ default: module.CompareChart })),
);

const compared = [
  "weight",
  "height",
  "head_circumference",
  "bmi",
] as const satisfies readonly AgeMeasure[];

interface ComparePageProps {
  familyId: string;
  back: ReactNode;
  growthPath: (childId: string) => string;
}

/** The children of a family on one chart, at the same age. */
export function ComparePage({ familyId, back, growthPath }: ComparePageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const children = useQuery(childrenQuery(familyId));
  const shown = children.data?.filter(({ archived }) => !archived);
  return (
    <Page title={t`Compare growth`} width="page">
      <Stack gap="lg">
        <div>
          <div className="no-print">{back}</div>
          <Title order={1}>
            <Trans>Compare growth</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>Your children at the same age. Each grows in its own way.</Trans>
          </Text>
        </div>
        {shown === undefined ? (
          children.isError ? (
            <State
              icon={<CloudOffIcon />}
              title={<Trans>The children could not be loaded</Trans>}
              action={<RetryButton onRetry={() => void children.refetch()} />}
            >
              {problem(children.error)}
            </State>
          ) : (
            <LoadingRows rows={4} />
          )
        ) : shown.length < 2 ? (
          <State icon={<PeopleIcon />} title={<Trans>There are no two children to compare</Trans>}>
            <Trans>Once a second child is in the family, both can stand on one chart.</Trans>
          </State>
        ) : (
          <Comparison family={shown} growthPath={growthPath} />
        )}
      </Stack>
    </Page>
  );
}

interface ComparisonProps {
  family: readonly Child[];
  growthPath: (childId: string) => string;
}

function Comparison({ family, growthPath }: ComparisonProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const measureName = useMeasureName();
  const { units } = usePreferences();
  const [measure, setMeasure] = useState<AgeMeasure>("height");
  const [chosen, setChosen] = useState(() => family.map(({ id }) => id));
  const answers = useQueries({
    queries: family
      .filter(({ id }) => chosen.includes(id))
      .map(({ id }) =>
        growthQuery(queryClient, id, { standard: "cdc_from_two", correction: "until_two" }),
      ),
  });
  const failed = answers.find(({ isError }) => isError);
  const growths = answers.flatMap(({ data }): Growth[] => (data === undefined ? [] : [data]));
  const data = compareData(growths, measure, units);
  const unit = axisUnit(measure, units);
  const name = measureName(measure, DAY_OF_STANDING);
  return (
    <>
      <Stack gap="md" className="no-print">
        <Choices<AgeMeasure>
          label={t`What is compared`}
          value={[measure]}
          onToggle={setMeasure}
          data={compared.map((each) => ({
            value: each,
            label: measureName(each, DAY_OF_STANDING),
          }))}
        />
        <Chips
          label={t`Children`}
          value={chosen}
          onChange={setChosen}
          data={family.map((child) => ({ value: child.id, label: child.name }))}
        />
      </Stack>
      {failed !== undefined ? (
        <State
          icon={<CloudOffIcon />}
          title={<Trans>The growth charts could not be loaded</Trans>}
          action={<RetryButton onRetry={() => void failed.refetch()} />}
        >
          {problem(failed.error)}
        </State>
      ) : growths.length < chosen.length ? (
        <Skeleton height="var(--chart-height)" radius="lg" role="status" aria-label={t`Loading`} />
      ) : chosen.length === 0 ? (
        <Text c="dimmed">
          <Trans>Please choose at least one child.</Trans>
        </Text>
      ) : (
        <>
          <Card labelledBy="compare-chart">
            <Title order={2} size="h3" id="compare-chart">
              <Trans>{name} for age</Trans>
            </Title>
            <Suspense fallback={<Skeleton height="var(--chart-height)" radius="md" />}>
              <CompareChart
                data={data}
                unit={unit}
                label={t`Chart of ${name} over age. The table has the same values.`}
              />
            </Suspense>
            <Legend data={data} growthPath={growthPath} />
            <Text size="sm" c="dimmed" mt="sm">
              <Trans>
                Ages count from birth. Curves differ for boys and girls, so this chart shows none;
                the centiles stand in the table.
              </Trans>
            </Text>
          </Card>
          <Card labelledBy="compare-table">
            <Title order={2} size="h3" id="compare-table" mb="sm">
              <Trans>All values</Trans>
            </Title>
            <CompareTable data={data} measure={measure} measureName={name} />
          </Card>
          <Button
            variant="default"
            leftSection={<PrintIcon />}
            className="no-print"
            onClick={() => {
              window.print();
            }}
          >
            <Trans>Print</Trans>
          </Button>
        </>
      )}
      <Sources />
    </>
  );
}

function Legend({ data, growthPath }: { data: CompareData } & Pick<ComparisonProps, "growthPath">) {
  return (
    <ul className={classes.legend}>
      {data.children.map(({ child, points }, nth) => (
        <li key={child.id} className={classes.child} data-nth={nth % dashes.length}>
          <svg className={classes.sample} viewBox="0 0 36 12" aria-hidden="true">
            <path
              className={classes.line}
              strokeDasharray={dashes[nth % dashes.length]}
              d="M0 6h36"
            />
            <circle className={classes.dot} cx="18" cy="6" r="4" />
          </svg>
          <Anchor component={Link} to={growthPath(child.id)}>
            {child.name}
          </Anchor>
          {points.length === 0 && (
            <Text component="span" size="sm" c="dimmed">
              <Trans>nothing yet</Trans>
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

interface CompareTableProps {
  data: CompareData;
  measure: AgeMeasure;
  measureName: string;
}

/** By age, so that what was measured at the same age stands together. */
function CompareTable({ data, measure, measureName }: CompareTableProps) {
  const { i18n } = useLingui();
  const rows = data.children
    .flatMap(({ child, points }) => points.map((each) => ({ child, ...each })))
    .sort((one, other) => one.x - other.x);
  if (rows.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>Nothing of this has been measured yet.</Trans>
      </Text>
    );
  }
  return (
    <table className={tableClasses.table}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Age</Trans>
          </th>
          <th scope="col">
            <Trans>Child</Trans>
          </th>
          <th scope="col">{measureName}</th>
          <th scope="col">
            <Trans>Centile</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ child, entry, point }) => {
          const { measurement } = entry;
          const corrected = correctedAge(entry, i18n.locale);
          return (
            <tr key={measurement.id}>
              <th scope="row">
                {formatExactAge(ageAt(child.date_of_birth, measurement.date), i18n.locale)}
                {corrected !== null && (
                  <span className={tableClasses.age}>
                    <Trans>corrected: {corrected}</Trans>
                  </span>
                )}
              </th>
              <td>{child.name}</td>
              <td>
                <span className={tableClasses.value}>
                  <ValueWords measurement={measurement} measure={measure} point={point} />
                </span>
              </td>
              <td>
                <Reading point={point} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
