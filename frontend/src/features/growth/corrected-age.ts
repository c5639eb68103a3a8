import type { GrowthEntry } from "../../api/types";
import { ageOfDays, formatExactAge } from "../../lib/ages";

/** The age of a preterm child counted from the due date, while the charts are read by it. */
export function correctedAge(
  { measurement, corrected_age_days: days }: GrowthEntry,
  locale: string,
): string | null {
  return typeof days !== "number" || days < 0
    ? null
    : formatExactAge(ageOfDays(days, measurement.date), locale);
}
