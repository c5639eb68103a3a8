import { createBrowserRouter, redirect, type LoaderFunctionArgs } from "react-router";
import { accountQuery } from "../api/account";
import { queryClient } from "../api/query-client";
import { isSignedIn } from "../api/session";
import { NotFound } from "./not-found";
import { param, paths } from "./paths";
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
                  { index: true, loader: toGrowth, Component: Starting },
                  {
                    ErrorBoundary: RouteError,
                    children: [
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
  const next = pathname === paths.start ? "" : `?next=${encodeURIComponent(pathname + search)}`;
  return redirect(paths.signIn + next);
}

async function onlyStrangers() {
  return (await isSignedIn()) ? redirect(paths.start) : null;
}

/** Home of the first family, or the first steps for somebody who has none. */
async function toHome() {
  if (!(await isSignedIn())) {
    return redirect(paths.signIn);
  }
  const { family_ids } = await queryClient.query(accountQuery);
  return redirect(family_ids[0] === undefined ? paths.welcome : paths.home(family_ids[0]));
}

/** The visits of the first family. */
async function toVisits() {
  if (!(await isSignedIn())) {
    return redirect(paths.signIn);
  }
  const { family_ids } = await queryClient.query(accountQuery);
  return redirect(family_ids[0] === undefined ? paths.welcome : paths.familyVisits(family_ids[0]));
}

function toGrowth({ params }: LoaderFunctionArgs) {
  return redirect(paths.growth(param(params, "childId")));
}
