import { redirect, type LoaderFunctionArgs } from "react-router";
import { accountQuery } from "../api/account";
import { queryClient } from "../api/query-client";
import { homeQuery } from "../api/record";
import { isSignedIn } from "../api/session";
import { param, paths, signInPath } from "./paths";
import { personsToday } from "./persons-today";
import { lastPlace } from "./place";

const forms: Readonly<Record<string, (childId: string) => string>> = {
  measurement: paths.newMeasurement,
  temperature: (childId) => paths.newTemperature(childId),
  visit: paths.newVisit,
};

/** A shortcut of the installed app: straight to the form where there is one child, else to the choice. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  if (!(await isSignedIn())) {
    return redirect(signInPath(new URL(request.url).pathname));
  }
  const { id, family_ids } = await queryClient.query(accountQuery);
  const last = lastPlace(id).familyId;
  const family = family_ids.find((each) => each === last) ?? family_ids[0];
  if (family === undefined) {
    return redirect(paths.welcome);
  }
  const home = await queryClient.query(homeQuery(queryClient, family, await personsToday()));
  const children = home.children.filter(({ archived }) => !archived);
  const form = forms[param(params, "form")];
  const [only] = children;
  return redirect(
    only !== undefined &&
      children.length === 1 &&
      form !== undefined &&
      home.family.role !== "viewer"
      ? form(only.id)
      : `${paths.home(family)}#add`,
  );
}

export { Starting as Component } from "./starting";
