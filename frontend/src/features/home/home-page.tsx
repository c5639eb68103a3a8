import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { useAccount } from "../../api/account";
import { homeQuery } from "../../api/record";
import type { Entry, Home } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";
import { useToday } from "../../lib/use-today";
import { HeartIcon, CloudOffIcon, PlusIcon } from "../../ui/icons";
import { Page } from "../../ui/page";
import { RetryButton, State } from "../../ui/state";
import { ChildCard } from "./child-card";
import classes from "./home-page.module.css";
import { Latest } from "./latest";
import { NowCards } from "./now-cards";
import { VisitCards } from "./visit-cards";

interface HomePageProps {
  familyId: string;
  paths: HomePaths;
}

export interface HomePaths {
  newChild: string;
  child: (childId: string) => string;
  newMeasurement: (childId: string) => string;
  temperature: (childId: string, illnessId: string) => string;
  medicine: (childId: string) => string;
  entry: (entry: Entry) => string;
}

export function HomePage({ familyId, paths }: HomePageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const home = useQuery(homeQuery(useQueryClient(), familyId, useToday()));
  return (
    <Page title={t`Home`} width="page">
      {home.data !== undefined ? (
        <Family home={home.data} paths={paths} />
      ) : home.isError ? (
        <State
          icon={<CloudOffIcon />}
          title={<Trans>Your family's page could not be loaded</Trans>}
          action={<RetryButton onRetry={() => void home.refetch()} />}
        >
          {problem(home.error)}
        </State>
      ) : (
        <HomeSkeleton />
      )}
    </Page>
  );
}

function Family({ home, paths }: { home: Home; paths: HomePaths }) {
  const children = home.children.filter(({ archived }) => !archived);
  const mayEdit = home.family.role !== "viewer";
  const firstName = useAccount().name.trim().split(/\s+/)[0] ?? "";
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Text c="dimmed">
            <Trans>Hello {firstName}</Trans>
          </Text>
          <Title order={1}>{home.family.name}</Title>
        </div>
        {mayEdit && children.length > 0 && (
          <Anchor component={Link} to={paths.newChild} className={classes.add}>
            <PlusIcon />
            <Trans>Add a child</Trans>
          </Anchor>
        )}
      </Group>
      {children.length === 0 ? (
        <div className={classes.empty}>
          <State
            icon={<HeartIcon />}
            title={<Trans>Who is this record for?</Trans>}
            action={
              mayEdit && (
                <Button component={Link} to={paths.newChild} leftSection={<PlusIcon />}>
                  <Trans>Add your first child</Trans>
                </Button>
              )
            }
          >
            <Trans>
              With a name and a birthday, the growth charts are ready for the first measurement.
            </Trans>
          </State>
        </div>
      ) : (
        <>
          <NowCards home={home} mayEdit={mayEdit} paths={paths} />
          <ul className={classes.children}>
            {children.map((child) => (
              <li key={child.id}>
                <ChildCard
                  child={child}
                  measurements={home.latest_measurements.filter(
                    ({ child_id }) => child_id === child.id,
                  )}
                  lastAndNext={home.last_and_next.find(({ child_id }) => child_id === child.id)}
                  path={paths.child(child.id)}
                  entryPath={paths.entry}
                  newMeasurementPath={mayEdit ? paths.newMeasurement(child.id) : null}
                />
              </li>
            ))}
          </ul>
          <div className={classes.columns}>
            <VisitCards home={home} entryPath={paths.entry} />
            <Latest home={home} entryPath={paths.entry} />
          </div>
        </>
      )}
    </Stack>
  );
}

function HomeSkeleton() {
  const { t } = useLingui();
  return (
    <Stack gap="lg" role="status" aria-label={t`Loading`}>
      <Skeleton height="var(--thumb)" width="50%" />
      <div className={classes.children}>
        <Skeleton height="calc(var(--chart-height) * 0.7)" radius="lg" />
        <Skeleton height="calc(var(--chart-height) * 0.7)" radius="lg" />
      </div>
    </Stack>
  );
}
