import { useLingui } from "@lingui/react/macro";
import type { Child } from "../../api/types";
import { daysBetween, isDate } from "../../lib/dates";
import { parseLength, parseTemperature, parseWeight, type Parsed } from "../../lib/units";
import { useEntryProblem } from "../../ui/quantity-field";
import { dioptres, whole } from "./form-text";
import type { VisitFormValues } from "./form-values";

/** What cannot be saved, by field; only what is shown is looked at. */
export function useFormProblems(
  child: Child,
): (values: VisitFormValues, appointment: boolean) => Record<string, string> {
  const { t } = useLingui();
  const entryProblem = useEntryProblem();
  return (values, appointment) => {
    const problems: Record<string, string> = {};
    const parsed = (field: string, result: Parsed<unknown>) => {
      if (result.kind === "problem") {
        problems[field] = entryProblem(result.problem);
      }
    };
    const within = (field: string, text: string, least: number, most: number) => {
      const value = whole(text);
      if (text.trim() !== "" && (value === null || value < least || value > most)) {
        problems[field] = t`Please type a whole number from ${least} to ${most}.`;
      }
    };
    if (!isDate(values.date)) {
      problems.date = t`Please type the date of the visit.`;
    } else if (daysBetween(child.date_of_birth, values.date) < 0) {
      problems.date = t`This is before the date of birth.`;
    }
    if (appointment) {
      return problems;
    }
    const shown = new Set(values.shown);
    if (shown.has("measurement")) {
      values.measurements.forEach(({ weight, height, head_circumference }, index) => {
        const at = `measurements.${String(index)}`;
        parsed(`${at}.weight`, parseWeight(weight));
        parsed(`${at}.height`, parseLength(height));
        parsed(`${at}.head_circumference`, parseLength(head_circumference));
      });
    }
    if (shown.has("vitals")) {
      const { systolic, diastolic, heart_rate, oxygen_saturation, temperature } = values.vitals;
      within("vitals.systolic", systolic, 30, 300);
      within("vitals.diastolic", diastolic, 10, 200);
      if ((systolic.trim() === "") !== (diastolic.trim() === "")) {
        const missing = systolic.trim() === "" ? "vitals.systolic" : "vitals.diastolic";
        problems[missing] ??= t`Blood pressure has two values.`;
      }
      within("vitals.heart_rate", heart_rate, 20, 300);
      within("vitals.oxygen_saturation", oxygen_saturation, 50, 100);
      parsed("vitals.temperature", parseTemperature(temperature));
    }
    if (shown.has("vaccines")) {
      values.vaccines.forEach(({ name, dose_number }, index) => {
        if (name.trim() === "") {
          problems[`vaccines.${String(index)}.name`] = t`Please choose or type the vaccine.`;
        }
        within(`vaccines.${String(index)}.dose_number`, dose_number, 1, 20);
      });
    }
    if (shown.has("illness")) {
      values.illnesses.forEach((illness, index) => {
        const { read, types, other_name, started_on, ongoing, ended_on } = illness;
        const at = `illnesses.${String(index)}`;
        if (types.length === 0 && read !== null) {
          problems[`${at}.types`] = t`Please choose at least one.`;
        }
        if (types.includes("other") && other_name.trim() === "") {
          problems[`${at}.other_name`] = t`Please type what it is.`;
        }
        if (started_on !== "" && !isDate(started_on)) {
          problems[`${at}.started_on`] = t`Please type the first day.`;
        }
        const start = started_on === "" ? values.date : started_on;
        if (types.length > 0 && !ongoing && (!isDate(ended_on) || ended_on < start)) {
          problems[`${at}.ended_on`] = t`Please type a day that is not before the first one.`;
        }
      });
    }
    if (shown.has("injury")) {
      const { kind, body_part, treatment } = values.injury;
      if (kind.trim() === "" && (body_part.trim() !== "" || treatment.trim() !== "")) {
        problems["injury.kind"] = t`Please type what happened.`;
      }
    }
    if (shown.has("vision")) {
      for (const side of ["right", "left"] as const) {
        for (const field of ["sphere", "cylinder"] as const) {
          const text = values.vision[side][field];
          const value = dioptres(text);
          if (text.trim() !== "" && (value === null || Math.abs(value) > 40)) {
            problems[`vision.${side}.${field}`] = t`Please type dioptres, for example -1.25.`;
          }
        }
        within(`vision.${side}.axis`, values.vision[side].axis, 0, 180);
      }
    }
    if (shown.has("dental")) {
      within("dental.cavities_found", values.dental.cavities_found, 0, 32);
      within("dental.cavities_filled", values.dental.cavities_filled, 0, 32);
      values.dental.procedures.forEach(({ name, tooth }, index) => {
        if (name.trim() === "" && tooth.trim() !== "") {
          problems[`dental.procedures.${String(index)}.name`] = t`Please type what was done.`;
        }
      });
    }
    if (shown.has("prescriptions")) {
      values.prescriptions.forEach(({ medicine, dose, frequency, duration }, index) => {
        if (medicine.trim() === "" && `${dose}${frequency}${duration}`.trim() !== "") {
          problems[`prescriptions.${String(index)}.medicine`] = t`Please type the medicine.`;
        }
      });
    }
    return problems;
  };
}
