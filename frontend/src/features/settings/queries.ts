import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/client";
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
  return useSaveAccount((name: string) =>
    bodyOf(api.PUT("/api/account/profile", { body: { name } })),
  );
}

export function useSavePreferences() {
  return useSaveAccount((preferences: Preferences) =>
    bodyOf(
      api.PUT("/api/account/preferences", {
        body: preferences,
      }),
    ),
  );
}

function useSaveAccount<Change>(save: (change: Change) => Promise<User>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: (user) => {
      queryClient.setQueryData(keys.account, user);
    },
    // After a failure, above all after a change from another device, what counts is read anew.
    onError: () => queryClient.invalidateQueries({ queryKey: keys.account, exact: true }),
  });
}
