import { useParams, type LoaderFunctionArgs } from "react-router";
import { queryClient } from "../api/query-client";
import { HomePage } from "../features/home/home-page";
import { homeQuery } from "../features/home/queries";
import { param, paths } from "./paths";

export function loader({ params }: LoaderFunctionArgs) {
  // Not awaited: the page shows its own loading and error states.
  queryClient.query(homeQuery(queryClient, param(params, "familyId"))).catch(() => undefined);
  return null;
}

export function Component() {
  const familyId = param(useParams(), "familyId");
  return (
    <HomePage
      familyId={familyId}
      paths={{
        newChild: paths.newChild(familyId),
        child: paths.child,
        newMeasurement: paths.newMeasurement,
      }}
    />
  );
}
