import { Button, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useNavigate } from "react-router";
import { usePreferences } from "../../api/account";
import type { Growth } from "../../api/types";
import { daysBetween, today } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { CloudOffIcon, PlusIcon, PrintIcon } from "../../ui/icons";
import { RetryButton, State } from "../../ui/state";
import { hasBothRanges } from "./chart-data";
import { useChoices, type Choices, type Range } from "./choices";
import classes from "./growth-tab.module.css";
import { MeasurePanel } from "./measure-panel";
import { MeasureTiles } from "./measure-tiles";
import { growthQuery } from "./queries";
import { ReadingOptions } from "./reading-options";
import { savedIn, SavedNotice } from "./saved-notice";

interface GrowthTabProps {
  childId: string;
  /** Where the children of a family stand on one chart. */
  comparePath: (familyId: string) => string;
}

export function GrowthTab({ childId, comparePath }: GrowthTabProps) {
  const problem = useProblemSentence();
  const [choices, change] = useChoices();
  const growth = useQuery(growthQuery(useQueryClient(), childId, choices));
  if (growth.isError && growth.data === undefined) {
    return (
      <State
        icon={<CloudOffIcon />}
        title={<Trans>The growth charts could not be loaded</Trans>}
        action={<RetryButton onRetry={() => void growth.refetch()} />}
      >
        {problem(growth.error)}
      </State>
    );
  }
  return (
    <>
      {growth.data === undefined ? (
        <GrowthSkeleton />
      ) : (
        <Loaded
          growth={growth.data}
          choices={choices}
          onChange={change}
          comparePath={comparePath(growth.data.child.family_id)}
        />
      )}
      {/* The form to add or change a measurement, over this page. */}
      <Outlet />
    </>
  );
}

interface LoadedProps {
  comparePath: string;
  growth: Growth;
  choices: Choices;
  onChange: (change: Partial<Choices>) => void;
}

function Loaded({ growth, choices, onChange, comparePath }: LoadedProps) {
  const { time_zone } = usePreferences();
  const location = useLocation();
  const navigate = useNavigate();
  const saved = savedIn(location.state);
  const ageDays = daysBetween(growth.child.date_of_birth, today(time_zone));
  return (
    <Stack gap="lg">
      {saved !== null && (
        <SavedNotice
          growth={growth}
          measurementId={saved}
          onClose={() => void navigate({ search: location.search }, { replace: true })}
        />
      )}
      <MeasureTiles
        growth={growth}
        ageDays={ageDays}
        measure={choices.measure}
        onChoose={(measure) => {
          onChange({ measure });
        }}
      />
      <Actions
        growth={growth}
        choices={choices}
        onChange={onChange}
        comparePath={comparePath}
        search={location.search}
      />
      {growth.measurements.length === 0 && (
        <Card>
          <Text fw={600}>
            <Trans>The chart is waiting for its first point</Trans>
          </Text>
          <Text c="dimmed">
            <Trans>
              A weight or a length from the last visit is enough. You can add older ones in any
              order.
            </Trans>
          </Text>
        </Card>
      )}
      <MeasurePanel growth={growth} choices={choices} ageDays={ageDays} search={location.search} />
      <div className="no-print">
        <ReadingOptions growth={growth} choices={choices} onChange={onChange} />
      </div>
      <Sources />
    </Stack>
  );
}

function Actions({
  growth,
  choices,
  onChange,
  comparePath,
  search,
}: LoadedProps & { search: string }) {
  const { t } = useLingui();
  return (
    <div className={classes.actions}>
      {hasBothRanges(growth) && choices.measure !== "weight_for_height" && (
        <SegmentedControl<Range>
          size="sm"
          aria-label={t`Ages on the chart`}
          value={choices.range}
          onChange={(range) => {
            onChange({ range });
          }}
          data={[
            { value: "all", label: t`All ages` },
            { value: "first_two", label: t`0 to 2 years` },
            { value: "from_two", label: t`From 2 years` },
          ]}
        />
      )}
      <span className={classes.space} />
      <Button component={Link} to={comparePath} variant="default" className={classes.side}>
        <Trans>Compare children</Trans>
      </Button>
      <Button
        variant="default"
        leftSection={<PrintIcon />}
        className={classes.side}
        onClick={() => {
          window.print();
        }}
      >
        <Trans>Print</Trans>
      </Button>
      {growth.role !== "viewer" && (
        <Button
          component={Link}
          to={{ pathname: "new", search }}
          preventScrollReset
          leftSection={<PlusIcon />}
        >
          <Trans>Add measurement</Trans>
        </Button>
      )}
    </div>
  );
}

export function Sources() {
  return (
    <footer className={classes.sources}>
      <p>
        <Trans>
          This is not medical advice and not a diagnosis. Talk to your doctor about anything that
          worries you.
        </Trans>
      </p>
      <p>
        <Trans>
          Curves from: WHO Child Growth Standards, 2006; WHO Reference 2007; CDC 2000 growth charts
          and 2022 extended BMI-for-age. Neither WHO nor CDC endorses this product.
        </Trans>
      </p>
    </footer>
  );
}

function GrowthSkeleton() {
  const { t } = useLingui();
  return (
    <Stack gap="lg" role="status" aria-label={t`Loading`}>
      <Skeleton height="calc(var(--thumb) * 2)" radius="lg" />
      <Skeleton height="var(--chart-height)" radius="lg" />
    </Stack>
  );
}
