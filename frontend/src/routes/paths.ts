import type { Entry, EventType } from "../api/types";

// Every address of the app. Ids and choices stand in them, never anything of the record.
export const paths = {
  start: "/",
  signIn: "/sign-in",
  signUp: "/sign-up",
  welcome: "/welcome",
  farewell: "/farewell",
  home: (familyId: string) => `/families/${familyId}`,
  firstChild: (familyId: string) => `/families/${familyId}/first-child`,
  newChild: (familyId: string) => `/families/${familyId}/children/new`,
  child: (childId: string) => `/children/${childId}`,
  growth: (childId: string) => `/children/${childId}/growth`,
  newMeasurement: (childId: string) => `/children/${childId}/growth/new`,
  visits: "/visits",
  familyVisits: (familyId: string) => `/families/${familyId}/visits`,
  childVisits: (childId: string) => `/children/${childId}/visits`,
  newVisit: (childId: string) => `/children/${childId}/visits/new`,
  visit: (childId: string, visitId: string) => `/children/${childId}/visits/${visitId}`,
  editVisit: (childId: string, visitId: string) => `/children/${childId}/visits/${visitId}/edit`,
  documents: (childId: string) => `/children/${childId}/documents`,
  childDetails: (childId: string) => `/children/${childId}/details`,
  settings: "/settings",
  family: "/family",
  familyAudit: "/family/audit",
  exports: (familyId: string) => `/family/export?family=${familyId}`,
  imports: (familyId: string) => `/family/import?family=${familyId}`,
  importJob: (familyId: string, jobId: string) => `/family/import/${jobId}?family=${familyId}`,
  search: "/search",
  trash: "/trash",
  admin: "/admin",
  invite: "/invite",
  resetPassword: "/reset-password",
  verifyEmail: "/verify-email",
  editMeasurement: (childId: string, measurementId: string) =>
    `/children/${childId}/growth/${measurementId}`,
  childHistory: (childId: string) => `/children/${childId}/history`,
  history: (childId: string, recordId: string) =>
    `/children/${childId}/records/${recordId}/history`,
  childIllnesses: (childId: string) => `/children/${childId}/illnesses`,
  newIllness: (childId: string) => `/children/${childId}/illnesses/new`,
  illness: (childId: string, illnessId: string) => `/children/${childId}/illnesses/${illnessId}`,
  editIllness: (childId: string, illnessId: string) =>
    `/children/${childId}/illnesses/${illnessId}/edit`,
  newTemperature: (childId: string, illnessId?: string) =>
    `/children/${childId}/temperature${forIllness(illnessId)}`,
  newMedicine: (childId: string, illnessId?: string) =>
    `/children/${childId}/medicine${forIllness(illnessId)}`,
  childEvents: (childId: string) => `/children/${childId}/events`,
  newEvent: (childId: string, type: EventType) => `/children/${childId}/events/new?type=${type}`,
  event: (childId: string, eventId: string) => `/children/${childId}/events/${eventId}`,
  editEvent: (childId: string, eventId: string) => `/children/${childId}/events/${eventId}/edit`,
  illnesses: (familyId: string) => `/families/${familyId}/illnesses`,
  compareGrowth: (familyId: string) => `/families/${familyId}/growth`,
  heatmap: (familyId: string) => `/families/${familyId}/illnesses/heatmap`,
};

/** The page of a record of any kind. */
export function entryPath({ kind, record }: Entry): string {
  switch (kind) {
    case "visit":
      return paths.visit(record.child_id, record.id);
    case "measurement":
      return `${paths.growth(record.child_id)}/${record.id}`;
    case "event":
      return paths.event(record.child_id, record.id);
    case "illness":
      return paths.illness(record.child_id, record.id);
    case "attachment":
      return paths.documents(record.child_id);
  }
}

function forIllness(illnessId: string | undefined): string {
  return illnessId === undefined ? "" : `?illness=${illnessId}`;
}

/** The sign-in that leads on to where somebody wanted to be. */
export function signInPath(next: string): string {
  return next === paths.start ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(next)}`;
}

/** A parameter that the path of the route always has. */
export function param(params: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = params[name];
  if (value === undefined) {
    throw new Error(`The path of this route has no parameter ${name}.`);
  }
  return value;
}
