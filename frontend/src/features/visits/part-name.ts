import { useLingui } from "@lingui/react/macro";
import type { Part } from "./form-values";

export function usePartName(): (part: Part) => string {
  const { t } = useLingui();
  return (part) =>
    ({
      measurement: t`Measurements`,
      vitals: t`Vital signs`,
      vaccines: t`Vaccines`,
      illness: t`Illness`,
      injury: t`Injury`,
      vision: t`Eye test`,
      dental: t`Teeth`,
      prescriptions: t`Prescriptions`,
    })[part];
}
