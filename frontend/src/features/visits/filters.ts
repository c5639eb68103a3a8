import { useSearchParams } from "react-router";
import type { Visit } from "../../api/types";
import { isDate } from "../../lib/dates";

export const visitTypes = [
  "wellness",
  "sick",
  "injury",
  "vision",
  "dental",
  "specialist",
] as const satisfies readonly Visit["type"][];

/** What the list shows; it stands in the address, so it holds ids, types and dates only. */
export interface Filters {
  child: string;
  type: Visit["type"] | "";
  from: string;
  to: string;
  sort: "date" | "-date";
}

export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  const change = (changed: Partial<Filters>) => {
    const next = { ...filters, ...changed };
    const kept = Object.entries(next).filter(([name, value]) =>
      name === "sort" ? value === "date" : value !== "",
    );
    setParams(Object.fromEntries(kept), { replace: true, preventScrollReset: true });
  };
  return [filters, change];
}

export function readFilters(params: URLSearchParams): Filters {
  const date = (name: string) => {
    const value = params.get(name) ?? "";
    return isDate(value) ? value : "";
  };
  return {
    child: /^chi_[0-9a-f-]{36}$/.exec(params.get("child") ?? "")?.[0] ?? "",
    type: visitTypes.find((type) => type === params.get("type")) ?? "",
    from: date("from"),
    to: date("to"),
    sort: params.get("sort") === "date" ? "date" : "-date",
  };
}
