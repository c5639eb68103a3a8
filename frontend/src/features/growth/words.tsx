import { SelectOrdinal, Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Measurement, Point } from "../../api/types";
import { shownCentile } from "../../lib/centiles";
import { localDigits } from "../../lib/units";
import type { ChartSegment } from "./chart-data";
import { isStanding, type Measure } from "./measures";
import classes from "./words.module.css";

type Standard = NonNullable<Point["standard"]>;

/** "WHO 2006": the short name that stands beside every centile. */
export function useStandardName(): (standard: Standard) => string {
  const { t } = useLingui();
  return (standard) => {
    switch (standard) {
      case "who_2006":
        return t`WHO 2006`;
      case "who_2007":
        return t`WHO 2007`;
      case "cdc_2000":
        return t`CDC 2000`;
    }
  };
}

export function useMeasureName(): (measure: Measure, ageDays: number) => string {
  const { t } = useLingui();
  return (measure, ageDays) => {
    switch (measure) {
      case "weight":
        return t`Weight`;
      case "height":
        return isStanding(ageDays) ? t`Height` : t`Length`;
      case "head_circumference":
        return t`Head`;
      case "bmi":
        return t`BMI`;
      case "weight_for_height":
        return isStanding(ageDays) ? t`Weight for height` : t`Weight for length`;
    }
  };
}

/** "17th centile", "below the 1st centile". */
export function CentileWords({ centile }: { centile: number }): ReactNode {
  const shown = shownCentile(centile);
  switch (shown.kind) {
    case "below_first":
      return <Trans>below the 1st centile</Trans>;
    case "above_99th":
      return <Trans>above the 99th centile</Trans>;
    case "at":
      return (
        <Trans>
          <SelectOrdinal value={shown.n} one="#st" two="#nd" few="#rd" other="#th" /> centile
        </Trans>
      );
  }
}

/** The centile with its standard, or why there is none. */
export function Reading({ point }: { point: Point }): ReactNode {
  const standardName = useStandardName();
  if (typeof point.centile !== "number" || !point.standard) {
    return <NoCentile point={point} />;
  }
  return (
    <>
      <span className={classes.part}>
        <CentileWords centile={point.centile} />
      </span>
      {" · "}
      <span className={classes.part}>{standardName(point.standard)}</span>
    </>
  );
}

function NoCentile({ point }: { point: Point }): ReactNode {
  switch (point.why_not ?? "no_reference") {
    case "before_due_date":
      return <Trans>before the due date</Trans>;
    case "size_out_of_range":
      return <Trans>outside the range of the chart</Trans>;
    case "no_reference":
      return <Trans>no chart for this age</Trans>;
  }
}

/** What a centile means, said with children instead of numbers. */
export function OfHundred({ measure, point }: { measure: Measure; point: Point }): ReactNode {
  if (typeof point.centile !== "number") {
    return null;
  }
  const shown = shownCentile(point.centile);
  const n = shown.kind === "at" ? shown.n : shown.kind === "below_first" ? 1 : 99;
  const about =
    shown.kind === "at" ? (
      <Trans>about</Trans>
    ) : shown.kind === "below_first" ? (
      <Trans>fewer than</Trans>
    ) : (
      <Trans>more than</Trans>
    );
  switch (measure) {
    case "weight_for_height":
      return (
        <Trans>
          Of 100 children of the same length and sex, {about}{" "}
          <Plural value={n} one="# weighs less" other="# weigh less" />.
        </Trans>
      );
    case "weight":
      return (
        <Trans>
          Of 100 children of the same age and sex, {about}{" "}
          <Plural value={n} one="# weighs less" other="# weigh less" />.
        </Trans>
      );
    case "height":
      return (
        <Trans>
          Of 100 children of the same age and sex, {about}{" "}
          <Plural value={n} one="# is shorter" other="# are shorter" />.
        </Trans>
      );
    case "head_circumference":
      return (
        <Trans>
          Of 100 children of the same age and sex, {about}{" "}
          <Plural value={n} one="# has a smaller head" other="# have a smaller head" />.
        </Trans>
      );
    case "bmi":
      return (
        <Trans>
          Of 100 children of the same age and sex, {about}{" "}
          <Plural value={n} one="# has a lower BMI" other="# have a lower BMI" />.
        </Trans>
      );
  }
}

/** A sentence for each thing about a value that deserves a second look. */
export function FlagWords({ flag }: { flag: Point["flags"][number] }): ReactNode {
  switch (flag) {
    case "implausible":
      return <Trans>This is far from the other children. Is the number right, and the unit?</Trans>;
    case "unit_slip":
      return <Trans>This would fit well in another unit. Is the unit right?</Trans>;
    case "fell":
      return (
        <Trans>This is less than the time before. Measuring once more often settles it.</Trans>
      );
    case "standing_before_nine_months":
      return <Trans>Standing so early is unusual, so this is read as lying.</Trans>;
  }
}

export function useMeasuredBy(): (by: NonNullable<Measurement["measured_by"]>) => string {
  const { t } = useLingui();
  return (by) => {
    switch (by) {
      case "parent":
        return t`At home`;
      case "clinic":
        return t`Clinic`;
      case "school":
        return t`School`;
      case "imported":
        return t`Imported`;
    }
  };
}

/** "3rd" in English, "3." in German; Spanish says the plain number. */
export function ordinal(n: number, locale: string): string {
  if (!Number.isInteger(n) || locale.startsWith("es")) {
    return localDigits(n, locale);
  }
  if (!locale.startsWith("en")) {
    return `${String(n)}.`;
  }
  const suffix = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  return `${String(n)}${suffix[new Intl.PluralRules("en", { type: "ordinal" }).select(n)]}`;
}

/** Which curves a chart shows, by standard: "WHO 2006: 3rd, 15th, 50th, 85th and 97th centile". */
export function CurveNames({ segments }: { segments: readonly ChartSegment[] }): ReactNode {
  const { i18n } = useLingui();
  const standardName = useStandardName();
  const byStandard = new Map(segments.map((segment) => [segment.standard, segment.curves]));
  return [...byStandard].map(([standard, curves]) => {
    const name = standardName(standard);
    const ordinals = curves
      .map(({ centile }) => centile)
      .sort((one, other) => one - other)
      .map((centile) => ordinal(centile, i18n.locale));
    const list = new Intl.ListFormat(i18n.locale, { type: "conjunction" }).format(ordinals);
    return (
      <span key={standard} className={classes.curves}>
        <Trans>
          {name}: {list} centile
        </Trans>
      </span>
    );
  });
}
