import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { VaccineProduct } from "../api/types";
import { vaccinesQuery } from "../api/vaccines";
import { diseaseNames, vaccineNames } from "./vaccine-names";

/** The vaccines to pick from, in the words of the person. */
export function useVaccines(enabled = true): {
  vaccines: readonly VaccineProduct[];
  isPending: boolean;
} {
  const { t } = useLingui();
  const { data, isPending } = useQuery({ ...vaccinesQuery, enabled });
  const vaccines = (data ?? []).map((product) => {
    const name = vaccineNames[product.cvx];
    return {
      ...product,
      name: name === undefined ? product.name : t(name),
      diseases: product.diseases.map((disease) => {
        const words = diseaseNames[disease];
        return words === undefined ? disease : t(words);
      }),
    };
  });
  return { vaccines, isPending };
}
