import { useParams, type LoaderFunctionArgs } from "react-router";
import { queryClient } from "../api/query-client";
import { homeQuery } from "../api/record";
import { HomePage } from "../features/home/home-page";
import { entryPath, param, paths } from "./paths";
import { personsToday } from "./persons-today";

export function loader({ params }: LoaderFunctionArgs) {
  // Not awaited: the page shows its own loading and error states.
  personsToday()
    .then((day) => queryClient.query(homeQuery(queryClient, param(params, "familyId"), day)))
    .catch(() => undefined);
  return null;
}

export function Component() {
  const familyId = param(useParams(), "familyId");
  return (
    <HomePage
      key={familyId}
      familyId={familyId}
      paths={{
        newChild: paths.newChild(familyId),
        child: paths.child,
        newMeasurement: paths.newMeasurement,
        temperature: paths.newTemperature,
        medicine: paths.newMedicine,
        entry: entryPath,
      }}
    />
  );
}
