import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { accountQuery } from "../../api/account";
import { api, ifMatch } from "../../api/client";
import { ApiError, bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import { accessRenewed } from "../../api/session";
import type { FactorSecret, Preferences, SignedIn, User } from "../../api/types";

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

export const closingQuery = queryOptions({
  queryKey: keys.closing,
  // See `Closing` about the type that the document of the API gives it.
  queryFn: async () => await bodyOf(api.GET("/api/account/closing")),
  // What stands in the way is being cleared on other pages.
  staleTime: 0,
});

export function changeEmail(seen: User, email: string, password: string): Promise<User> {
  return bodyOf(
    api.PUT("/api/auth/email", {
      params: { header: ifMatch(seen) },
      body: { email, password },
    }),
  );
}

export function changePassword(current_password: string, new_password: string): Promise<SignedIn> {
  return bodyOf(
    api.PUT("/api/auth/password", {
      body: { current_password, new_password, session: "cookie" },
    }),
  );
}

export async function sendVerification(): Promise<void> {
  await bodyOf(api.POST("/api/auth/verification"));
}

export function useSignOutOthers() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: signOutOthers,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  });
}

/** Ends all sessions but this one, whose access goes on with a new token. */
async function signOutOthers(): Promise<void> {
  const answer = await bodyOf(
    api.DELETE("/api/auth/sessions", { params: { query: { keep_current: true } } }),
  );
  if (answer !== undefined) {
    accessRenewed(answer);
  }
}

export async function startSecondFactor(password: string): Promise<FactorSecret> {
  return bodyOf(api.POST("/api/auth/second-factor", { body: { password } }));
}

export async function confirmSecondFactor(code: string): Promise<string[]> {
  return (await bodyOf(api.POST("/api/auth/second-factor/confirm", { body: { code } })))
    .recovery_codes;
}

export async function removeSecondFactor(password: string): Promise<void> {
  await bodyOf(api.DELETE("/api/auth/second-factor", { body: { password } }));
}

/** Closes the account; the password is compared before any family is left. */
export async function closeAccount(password: string): Promise<void> {
  const close = () => bodyOf(api.DELETE("/api/auth/account", { body: { password } }));
  try {
    await close();
  } catch (error) {
    if (!(error instanceof ApiError && error.code === "still_in_families")) {
      throw error;
    }
    await bodyOf(api.DELETE("/api/account/families"));
    await close();
  }
}
