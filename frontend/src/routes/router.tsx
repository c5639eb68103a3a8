import { createBrowserRouter, redirect, type LoaderFunctionArgs } from "react-router";
import { accountQuery } from "../api/account";
import { queryClient } from "../api/query-client";
import { isSignedIn } from "../api/session";
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
      { path: "sign-up", loader: onlyStrangers, lazy: () => import("./sign-up") },
      { path: "invite", lazy: () => import("./invite") },
      { path: "reset-password", lazy: () => import("./reset-password") },
      { path: "verify-email", lazy: () => import("./verify-email") },
      {
        loader: onlySignedIn,
        lazy: () => import("./signed-in"),
        children: [
          {
            // A page that fails leaves the frame around it standing.
            ErrorBoundary: RouteError,
            children: [
              { index: true, loader: toHome, Component: Starting },
              { path: "welcome", lazy: () => import("./welcome") },
              { path: "families/:familyId", lazy: () => import("./home") },
              { path: "families/:familyId/first-child", lazy: () => import("./first-child") },
              { path: "families/:familyId/children/new", lazy: () => import("./new-child") },
              { path: "add/:form", lazy: () => import("./add") },
              { path: "visits", loader: toVisits, Component: Starting },
              { path: "families/:familyId/visits", lazy: () => import("./visits") },
              { path: "children/:childId/visits/new", lazy: () => import("./new-visit") },
              { path: "children/:childId/visits/:visitId", lazy: () => import("./visit") },
              {
                path: "children/:childId/visits/:visitId/edit",
                lazy: () => import("./edit-visit"),
              },
              {
                path: "children/:childId",
                lazy: () => import("./child"),
                children: [
                  {
                    ErrorBoundary: RouteError,
                    children: [
                      { index: true, lazy: () => import("./timeline") },
                      { path: "illnesses", lazy: () => import("./child-illnesses") },
                      { path: "events", lazy: () => import("./child-events") },
                      {
                        path: "growth",
                        lazy: () => import("./growth"),
                        children: [
                          { path: "new", lazy: () => import("./new-measurement") },
                          { path: ":measurementId", lazy: () => import("./edit-measurement") },
                        ],
                      },
                      { path: "visits", lazy: () => import("./child-visits") },
                      { path: "documents", lazy: () => import("./documents") },
                      { path: "details", lazy: () => import("./child-details") },
                    ],
                  },
                ],
              },
              { path: "children/:childId/history", lazy: () => import("./history") },
              {
                path: "children/:childId/records/:recordId/history",
                lazy: () => import("./history"),
              },
              { path: "family", lazy: () => import("./family") },
              { path: "family/audit", lazy: () => import("./family-audit") },
              { path: "search", lazy: () => import("./search") },
              { path: "trash", lazy: () => import("./trash") },
              { path: "admin/:section?", lazy: () => import("./admin") },
              { path: "children/:childId/illnesses/new", lazy: () => import("./new-illness") },
              {
                path: "children/:childId/illnesses/:illnessId",
                lazy: () => import("./illness"),
              },
              {
                path: "children/:childId/illnesses/:illnessId/edit",
                lazy: () => import("./edit-illness"),
              },
              { path: "children/:childId/temperature", lazy: () => import("./new-temperature") },
              { path: "children/:childId/medicine", lazy: () => import("./new-medicine") },
              { path: "children/:childId/events/new", lazy: () => import("./new-event") },
              { path: "children/:childId/events/:eventId", lazy: () => import("./event") },
              {
                path: "children/:childId/events/:eventId/edit",
                lazy: () => import("./edit-event"),
              },
              { path: "families/:familyId/illnesses", lazy: () => import("./illnesses") },
              { path: "families/:familyId/illnesses/heatmap", lazy: () => import("./heatmap") },
              { path: "settings", lazy: () => import("./settings") },
              { path: "*", Component: NotFound },
            ],
          },
        ],
      },
    ],
  },
]);

async function onlySignedIn({ request }: LoaderFunctionArgs) {
  if (await isSignedIn()) {
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
