import { keys } from "../api/keys";
import { queryClient } from "../api/query-client";
import { overviewQuery } from "../api/record";
import { isSignedIn } from "../api/session";
import type { User } from "../api/types";
import { today } from "../lib/dates";

/** Today where the person is, for a loader: the session, which brings the account, may still be on its way. */
export async function personsToday(): Promise<string> {
  await isSignedIn();
  const account = queryClient.getQueryData<User>(keys.account);
  return today(account?.preferences.time_zone ?? null);
}

/** Begins to load the first view of a child; the page shows its own loading and error states. */
export async function loadOverview(childId: string): Promise<void> {
  const day = await personsToday();
  await queryClient.query(overviewQuery(queryClient, childId, day));
}
