import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api } from "./client";
import { bodyOf } from "./errors";
import { keys } from "./keys";
import type { Preferences, User } from "./types";

/** The person signed in; filled from the session, so it costs no call of its own. */
export const accountQuery = queryOptions({
  queryKey: keys.account,
  queryFn: () => bodyOf(api.GET("/api/account")),
  staleTime: Infinity,
});

export function useAccount(): User {
  return useSuspenseQuery(accountQuery).data;
}

export function usePreferences(): Preferences {
  return useAccount().preferences;
}
