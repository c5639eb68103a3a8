import { ActionIcon, NativeSelect, Skeleton, Stack, Text, Title } from "@mantine/core";
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { usePreferences } from "../../api/account";
import { homeQuery } from "../../api/record";
import type { Child, Heatmap } from "../../api/types";
import { addDays, daysBetween, formatDate, formatMonth } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { joined, useIllnessTypeName } from "../../lib/record-words";
import { useToday } from "../../lib/use-today";
import { Card } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { ChevronLeftIcon, ChevronRightIcon, CloudOffIcon } from "../../ui/icons";
import { Page } from "../../ui/page";
import { RecordList, recordRow, RecordWords } from "../../ui/record-list";
import { severityLevel } from "../../ui/severity-field";
import { RetryButton, State } from "../../ui/state";
import classes from "./heatmap-page.module.css";
import { heatmapQuery } from "./queries";

interface HeatmapPageProps {
  familyId: string;
  back: ReactNode;
  illnessPath: (childId: string, illnessId: string) => string;
}

type IllDay = Heatmap["days"][number];

const EARLIEST = 1900;

/** The days of a year on which the children were ill. */
export function HeatmapPage({ familyId, back, illnessPath }: HeatmapPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const today = useToday();
  const thisYear = Number(today.slice(0, 4));
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get("year"));
  const year = asked >= EARLIEST && asked <= thisYear ? asked : thisYear;
  const child = params.get("child");
  const heatmap = useQuery(heatmapQuery(familyId, year, child));
  const children = useQuery(homeQuery(useQueryClient(), familyId, today)).data?.children ?? [];
  const change = (changed: { year?: number; child?: string }) => {
    const next = new URLSearchParams();
    const to = { year, child: child ?? "", ...changed };
    if (to.year !== thisYear) {
      next.set("year", String(to.year));
    }
    if (to.child !== "") {
      next.set("child", to.child);
    }
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return (
    <Page title={t`The year at a glance`} width="page">
      {back}
      <Stack gap="lg">
        <Title order={1}>
          <Trans>The year at a glance</Trans>
        </Title>
        <div className={classes.bar}>
          <div className={classes.year}>
            <ActionIcon
              variant="default"
              size="xl"
              aria-label={t`The year before`}
              onClick={() => {
                change({ year: year - 1 });
              }}
            >
              <ChevronLeftIcon />
            </ActionIcon>
            <span aria-live="polite">{year}</span>
            <ActionIcon
              variant="default"
              size="xl"
              aria-label={year < thisYear ? t`The year after` : t`The year after is still to come`}
              disabled={year >= thisYear}
              onClick={() => {
                change({ year: year + 1 });
              }}
            >
              <ChevronRightIcon />
            </ActionIcon>
          </div>
          <NativeSelect
            label={t`Child`}
            value={child ?? ""}
            onChange={({ currentTarget }) => {
              change({ child: currentTarget.value });
            }}
            data={[
              { value: "", label: t`All children` },
              ...children.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
        {heatmap.data !== undefined ? (
          <Year
            key={heatmap.data.year}
            heatmap={heatmap.data}
            items={children}
            today={today}
            illnessPath={illnessPath}
          />
        ) : heatmap.isError ? (
          <State
            icon={<CloudOffIcon />}
            title={<Trans>The year could not be loaded</Trans>}
            action={<RetryButton onRetry={() => void heatmap.refetch()} />}
          >
            {problem(heatmap.error)}
          </State>
        ) : (
          <Skeleton height="var(--chart-height)" radius="lg" />
        )}
      </Stack>
    </Page>
  );
}

interface YearProps {
  heatmap: Heatmap;
  items: readonly Child[];
  today: string;
  illnessPath: (childId: string, illnessId: string) => string;
}

function Year({ heatmap, items, today, illnessPath }: YearProps) {
  const { t, i18n } = useLingui();
  const { date_format, first_weekday } = usePreferences();
  const typeName = useIllnessTypeName();
  const [chosen, setChosen] = useState<string | null>(null);
  const days = new Map(heatmap.days.map((day) => [day.date, day]));
  const nameOf = (childId: string) => items.find(({ id }) => id === childId)?.name ?? "";
  const words = (day: IllDay) =>
    day.children
      .map(({ child_id, types, severity }) =>
        joined([
          nameOf(child_id),
          types.map(typeName).join(", "),
          severity != null && t`severity ${severity} of 10`,
        ]),
      )
      .join("; ");
  const shown = chosen === null ? undefined : days.get(chosen);
  const totals = heatmap.totals.filter(({ episodes }) => episodes > 0);
  return (
    <>
      <Text>
        {totals.length === 0 ? (
          <Trans>No day of illness is noted in this year.</Trans>
        ) : (
          totals
            .map(({ child_id, days_ill, episodes }) =>
              joined([
                nameOf(child_id),
                t`${plural(days_ill, { one: "# day ill", other: "# days ill" })}`,
                t`${plural(episodes, { one: "# illness", other: "# illnesses" })}`,
              ]),
            )
            .join("; ")
        )}
      </Text>
      <ul className={classes.legend} aria-label={t`Colours`}>
        {([1, 2, 3, 4, 5] as const).map((level) => {
          const from = level * 2 - 1;
          const to = level * 2;
          return (
            <li key={level}>
              <span className={classes.day} data-level={level} aria-hidden="true">
                {to}
              </span>
              <Trans>
                Severity {from} to {to}
              </Trans>
            </li>
          );
        })}
        <li>
          <span className={classes.day} data-level="0" aria-hidden="true">
            ?
          </span>
          <Trans>Severity not said</Trans>
        </li>
      </ul>
      {shown !== undefined && (
        <Card labelledBy="chosen-day">
          <Title order={2} size="h3" id="chosen-day">
            {formatDate(shown.date, date_format, i18n.locale)}
          </Title>
          <RecordList>
            {shown.children.flatMap(({ child_id, illness_ids, types, severity }) =>
              illness_ids.map((illness) => (
                <li key={illness}>
                  <Link to={illnessPath(child_id, illness)} className={recordRow}>
                    <RecordWords
                      sign="illness"
                      title={nameOf(child_id)}
                      details={joined([
                        types.map(typeName).join(", "),
                        severity != null && t`severity ${severity} of 10`,
                      ])}
                    />
                  </Link>
                </li>
              )),
            )}
          </RecordList>
        </Card>
      )}
      <div className={classes.months}>
        {monthsOf(heatmap.year)
          .filter((month) => month <= today)
          .map((month) => (
            <section key={month} className={classes.month}>
              <Title order={2} size="h4">
                {formatMonth(month, i18n.locale)}
              </Title>
              <div className={classes.grid}>
                {Array.from({ length: weekday(month, first_weekday) }, (_, blank) => (
                  <span key={`blank ${String(blank)}`} />
                ))}
                {daysOf(month).map((date) => {
                  const day = days.get(date);
                  const number = Number(date.slice(8));
                  if (day === undefined) {
                    return (
                      <span key={date} className={classes.day}>
                        {number}
                      </span>
                    );
                  }
                  const severity = Math.max(...day.children.map((each) => each.severity ?? 0));
                  const when = formatDate(date, date_format, i18n.locale);
                  const what = words(day);
                  return (
                    <button
                      key={date}
                      type="button"
                      className={classes.day}
                      data-level={severityLevel(severity)}
                      aria-label={t`${when}: ${what}`}
                      aria-pressed={chosen === date}
                      title={what}
                      onClick={() => {
                        setChosen(chosen === date ? null : date);
                      }}
                    >
                      {severity === 0 ? "?" : severity}
                    </button>
                  );
                })}
              </div>
            </section>
          ))}
      </div>
      {heatmap.days.length > 0 && (
        <Fold title={<Trans>The same as a table</Trans>}>
          <div className={classes.scroll}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Day</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Child</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Illness</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Severity</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {heatmap.days.flatMap(({ date, children }) =>
                  children.map(({ child_id, types, severity }) => (
                    <tr key={`${date} ${child_id}`}>
                      <th scope="row">{formatDate(date, date_format, i18n.locale)}</th>
                      <td>{nameOf(child_id)}</td>
                      <td>{types.map(typeName).join(", ")}</td>
                      <td>{severity}</td>
                    </tr>
                  )),
                )}
              </tbody>
            </table>
          </div>
        </Fold>
      )}
    </>
  );
}

function monthsOf(year: number): string[] {
  return Array.from(
    { length: 12 },
    (_, month) => `${String(year)}-${String(month + 1).padStart(2, "0")}-01`,
  );
}

function daysOf(month: string): string[] {
  const days = Array.from({ length: 31 }, (_, day) => addDays(month, day));
  return days.filter((day) => day.startsWith(month.slice(0, 7)));
}

// A week that begins with each of the first days that a person may choose.
const firstDays = { saturday: "2023-12-30", sunday: "2023-12-31", monday: "2024-01-01" };

/** Days between the beginning of the person's week and the date. */
function weekday(date: string, first: keyof typeof firstDays): number {
  return ((daysBetween(firstDays[first], date) % 7) + 7) % 7;
}
