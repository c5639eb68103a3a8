import { useLingui } from "@lingui/react/macro";
import type { Measurement, Point } from "../../api/types";
import { formatLength, formatWeight, localDigits } from "../../lib/units";
import type { Measure } from "./measures";

interface ValueWordsProps {
  measurement: Measurement;
  measure: Measure;
  point: Point;
}

/** A value as it was typed; the BMI, which nobody types, to one decimal. */
export function ValueWords({ measurement, measure, point }: ValueWordsProps) {
  const { i18n } = useLingui();
  const { weight, height, head_circumference } = measurement;
  switch (measure) {
    case "weight":
    case "weight_for_height":
      return weight && formatWeight(weight, i18n.locale);
    case "height":
      return height && formatLength(height, i18n.locale);
    case "head_circumference":
      return head_circumference && formatLength(head_circumference, i18n.locale);
    case "bmi":
      return localDigits(Math.round(point.value * 10) / 10, i18n.locale);
  }
}
