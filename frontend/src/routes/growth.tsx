import { useParams, type LoaderFunctionArgs } from "react-router";
import { queryClient } from "../api/query-client";
import { readChoices } from "../features/growth/choices";
import { GrowthTab } from "../features/growth/growth-tab";
import { preloadChart } from "../features/growth/measure-panel";
import { growthQuery } from "../features/growth/queries";
import { param, paths } from "./paths";

export function loader({ params, request }: LoaderFunctionArgs) {
  const choices = readChoices(new URL(request.url).searchParams);
  preloadChart();
  // Not awaited: the page shows its own loading and error states.
  queryClient
    .query(growthQuery(queryClient, param(params, "childId"), choices))
    .catch(() => undefined);
  return null;
}

export function Component() {
  return <GrowthTab childId={param(useParams(), "childId")} comparePath={paths.compareGrowth} />;
}
