import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { RefObject } from "react";
import { usePreferences } from "../../api/account";
import type { Growth } from "../../api/types";
import { csvOf } from "../../lib/csv";
import { pictureOf } from "../../lib/picture";
import { saveFile } from "../../lib/save-file";
import { Notice } from "../../ui/notice";
import type { ChartSegment } from "./chart-data";
import { onAxis, axisUnit, pointOf, type Measure } from "./measures";
import classes from "./saving.module.css";
import { useStandardName } from "./words";

interface SavingProps {
  chart: RefObject<HTMLDivElement | null>;
  title: string;
  growth: Growth;
  measure: Measure;
  segments: readonly ChartSegment[];
}

/** The chart as a picture, its values as a table for a spreadsheet. */
export function Saving({ chart, title, growth, measure, segments }: SavingProps) {
  const { t } = useLingui();
  const { units } = usePreferences();
  const standardName = useStandardName();
  const file = `growth-${measure.replaceAll("_", "-")}`;
  const unit = axisUnit(measure, units);
  const standards = [...new Set(segments.map(({ standard }) => standardName(standard)))];
  const save = useMutation({
    mutationFn: async () => {
      const svg = chart.current?.querySelector("svg");
      if (svg != null) {
        const who = growth.child.name;
        const picture = await pictureOf(svg, {
          title: `${who} · ${title} (${unit})`,
          notes: [standards.join(" · "), t`Not medical advice and not a diagnosis.`],
        });
        saveFile(`${file}.png`, picture);
      }
    },
  });
  const table = () => {
    const head = [
      t`Date`,
      t`Age in days`,
      t`Corrected age in days`,
      `${title} (${unit})`,
      t`Centile`,
      "z",
      t`Standard`,
    ];
    const rows = growth.measurements.flatMap((entry) => {
      const point = pointOf(entry, measure);
      return point === null
        ? []
        : [
            [
              entry.measurement.date,
              String(entry.age_days),
              digits(entry.corrected_age_days, 0),
              digits(onAxis(point.value, measure, units), 4),
              digits(point.centile, 1),
              digits(point.z, 3),
              point.standard == null ? "" : standardName(point.standard),
            ],
          ];
    });
    saveFile(`${file}.csv`, csvOf([head, ...rows]));
  };
  const none = growth.measurements.every((entry) => pointOf(entry, measure) === null);
  return (
    <div className={classes.saving}>
      <Button
        size="sm"
        variant="subtle"
        loading={save.isPending}
        onClick={() => {
          save.mutate();
        }}
      >
        <Trans>Save as picture</Trans>
      </Button>
      {!none && (
        <Button size="sm" variant="subtle" onClick={table}>
          <Trans>Save values (CSV)</Trans>
        </Button>
      )}
      {save.isError && (
        <Notice tone="look" role="alert">
          <Trans>The picture could not be made. You can print the page instead.</Trans>
        </Notice>
      )}
    </div>
  );
}

function digits(value: number | null | undefined, decimals: number): string {
  return value == null ? "" : String(Number(value.toFixed(decimals)));
}
