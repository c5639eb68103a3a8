import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { accountQuery } from "../../api/account";
import { api, ifMatch } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type { Preferences, User } from "../../api/types";

export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: () => bodyOf(api.GET("/api/auth/sessions")),
});

export function useEndSession() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (session_id: string) =>
      bodyOf(api.DELETE("/api/auth/sessions/{session_id}", { params: { path: { session_id } } })),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  });
}

export function useSaveName() {
  return useSaveAccount((name: string, seen: User) =>
    bodyOf(api.PUT("/api/account/profile", { params: { header: ifMatch(seen) }, body: { name } })),
  );
}

export function useSavePreferences() {
  return useSaveAccount((preferences: Preferences, seen: User) =>
    bodyOf(
      api.PUT("/api/account/preferences", {
        params: { header: ifMatch(seen) },
        body: preferences,
      }),
    ),
  );
}

function useSaveAccount<Change>(save: (change: Change, seen: User) => Promise<User>) {
  const queryClient = useQueryClient();
  return useMutation({
    // One after the other, so that the next is made upon what the one before has left.
    scope: { id: "account" },
    mutationFn: async (change: Change) =>
      save(change, await queryClient.query({ ...accountQuery, staleTime: "static" })),
    onSuccess: (user) => {
      queryClient.setQueryData(keys.account, user);
    },
    // After a failure, above all after a change from another device, what counts is read anew.
    onError: () => queryClient.invalidateQueries({ queryKey: keys.account, exact: true }),
  });
}
