import { createBrowserRouter, redirect, type LoaderFunctionArgs } from "react-router";
import { accountQuery } from "../api/account";
import { queryClient } from "../api/query-client";
import { isSignedIn } from "../api/session";
import { allPagesSpoken, firstPagesSpoken } from "../lib/i18n";
import { NotFound } from "./not-found";
import { paths, signInPath } from "./paths";
import { lastPlace } from "./place";
import { RouteError } from "./route-error";
import { Starting } from "./starting";

export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteError,
    HydrateFallback: Starting,
    children: [
      { path: "sign-in", loader: onlyStrangers, lazy: () => import("./sign-in") },
      { path: "sign-up", loader: onlyStrangers, lazy: page(() => import("./sign-up")) },
      { path: "farewell", lazy: page(() => import("./farewell")) },
      { path: "invite", lazy: page(() => import("./invite")) },
      { path: "reset-password", lazy: page(() => import("./reset-password")) },
      { path: "verify-email", lazy: page(() => import("./verify-email")) },
      {
        loader: onlySignedIn,
        lazy: () => import("./signed-in"),
        children: [
          {
            // A page that fails leaves the frame around it standing.
            ErrorBoundary: RouteError,
            children: [
              { index: true, loader: toHome, Component: Starting },
              { path: "welcome", lazy: page(() => import("./welcome")) },
              { path: "families/:familyId", lazy: () => import("./home") },
              { path: "families/:familyId/first-child", lazy: page(() => import("./first-child")) },
              { path: "families/:familyId/children/new", lazy: page(() => import("./new-child")) },
              { path: "add/:form", lazy: page(() => import("./add")) },
              { path: "visits", loader: toVisits, Component: Starting },
              { path: "families/:familyId/visits", lazy: page(() => import("./visits")) },
              { path: "children/:childId/visits/new", lazy: page(() => import("./new-visit")) },
              { path: "children/:childId/visits/:visitId", lazy: page(() => import("./visit")) },
              {
                path: "children/:childId/visits/:visitId/edit",
                lazy: page(() => import("./edit-visit")),
              },
              {
                path: "children/:childId",
                lazy: page(() => import("./child")),
                children: [
                  {
                    ErrorBoundary: RouteError,
                    children: [
                      { index: true, lazy: page(() => import("./timeline")) },
                      { path: "illnesses", lazy: page(() => import("./child-illnesses")) },
                      { path: "events", lazy: page(() => import("./child-events")) },
                      {
                        path: "growth",
                        lazy: page(() => import("./growth")),
                        children: [
                          { path: "new", lazy: page(() => import("./new-measurement")) },
                          {
                            path: ":measurementId",
                            lazy: page(() => import("./edit-measurement")),
                          },
                        ],
                      },
                      { path: "visits", lazy: page(() => import("./child-visits")) },
                      { path: "documents", lazy: page(() => import("./documents")) },
                      { path: "details", lazy: page(() => import("./child-details")) },
                    ],
                  },
                ],
              },
              { path: "children/:childId/history", lazy: page(() => import("./history")) },
              {
                path: "children/:childId/records/:recordId/history",
                lazy: page(() => import("./history")),
              },
              { path: "family", lazy: page(() => import("./family")) },
              { path: "family/audit", lazy: page(() => import("./family-audit")) },
              { path: "family/export", lazy: page(() => import("./export")) },
              { path: "family/import", lazy: page(() => import("./import")) },
              { path: "family/import/:jobId", lazy: page(() => import("./import-job")) },
              { path: "search", lazy: page(() => import("./search")) },
              { path: "trash", lazy: page(() => import("./trash")) },
              { path: "admin/:section?", lazy: page(() => import("./admin")) },
              {
                path: "children/:childId/illnesses/new",
                lazy: page(() => import("./new-illness")),
              },
              {
                path: "children/:childId/illnesses/:illnessId",
                lazy: page(() => import("./illness")),
              },
              {
                path: "children/:childId/illnesses/:illnessId/edit",
                lazy: page(() => import("./edit-illness")),
              },
              {
                path: "children/:childId/temperature",
                lazy: page(() => import("./new-temperature")),
              },
              { path: "children/:childId/medicine", lazy: page(() => import("./new-medicine")) },
              { path: "children/:childId/events/new", lazy: page(() => import("./new-event")) },
              { path: "children/:childId/events/:eventId", lazy: page(() => import("./event")) },
              {
                path: "children/:childId/events/:eventId/edit",
                lazy: page(() => import("./edit-event")),
              },
              { path: "families/:familyId/illnesses", lazy: page(() => import("./illnesses")) },
              {
                path: "families/:familyId/illnesses/heatmap",
                lazy: page(() => import("./heatmap")),
              },
              {
                path: "families/:familyId/growth",
                lazy: page(() => import("./compare-growth")),
              },
              { path: "settings", lazy: page(() => import("./settings")) },
              { path: "*", Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
]);

/** A page beside the first ones, which waits for its texts too. */
function page<Route>(load: () => Promise<Route>): () => Promise<Route> {
  return async () => {
    const [route] = await Promise.all([load(), allPagesSpoken()]);
    return route;
  };
}

async function onlySignedIn({ request }: LoaderFunctionArgs) {
  if (await isSignedIn()) {
    // The language of the account, which this device may not have spoken yet.
    await firstPagesSpoken();
    return null;
  }
  const { pathname, search } = new URL(request.url);
  return redirect(signInPath(pathname + search));
}

async function onlyStrangers() {
  return (await isSignedIn()) ? redirect(paths.start) : null;
}

/** Home of the family looked at last, else of the first; the first steps for somebody who has none. */
async function toHome() {
  if (!(await isSignedIn())) {
    return redirect(paths.signIn);
  }
  const { id, family_ids } = await queryClient.query(accountQuery);
  const last = lastPlace(id).familyId;
  const family = family_ids.find((each) => each === last) ?? family_ids[0];
  return redirect(family === undefined ? paths.welcome : paths.home(family));
}

/** The visits of the first family. */
async function toVisits() {
  if (!(await isSignedIn())) {
    return redirect(paths.signIn);
  }
  const { family_ids } = await queryClient.query(accountQuery);
  return redirect(family_ids[0] === undefined ? paths.welcome : paths.familyVisits(family_ids[0]));
}
