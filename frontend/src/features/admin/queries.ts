import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ifMatch } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type {
  FailedLetter,
  InstanceSettings,
  ManagedFamily,
  ManagedUser,
  ManagedUserDetails,
  RegistrationMode,
} from "../../api/types";

const PAGE = 30;
const firstPage = null as string | null;
const getNextPageParam = ({ next }: { next?: string | null | undefined }) => next;
const after = (cursor: string | null) => (cursor === null ? {} : { cursor });

export const usersKey = [...keys.admin, "users"] as const;
export const familiesKey = [...keys.admin, "families"] as const;
export const mailKey = [...keys.admin, "mail"] as const;
export const actsKey = [...keys.admin, "acts"] as const;

/** People with an account; what is searched for travels in the body. */
export const usersQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: [...usersKey, "list", text] as const,
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(
        text === ""
          ? api.GET("/api/admin/users", { params: { query: after(cursor) } })
          : api.POST("/api/admin/users/search", { body: { text, cursor, limit: PAGE } }),
      ),
    initialPageParam: firstPage,
    getNextPageParam,
    staleTime: 0,
  });

export const userQuery = (user_id: string) =>
  queryOptions({
    queryKey: [...usersKey, user_id] as const,
    queryFn: () => bodyOf(api.GET("/api/admin/users/{user_id}", { params: { path: { user_id } } })),
    staleTime: 0,
  });

export const allFamiliesQuery = (text: string) =>
  infiniteQueryOptions({
    queryKey: [...familiesKey, text] as const,
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(
        text === ""
          ? api.GET("/api/admin/families", { params: { query: after(cursor) } })
          : api.POST("/api/admin/families/search", { body: { text, cursor, limit: PAGE } }),
      ),
    initialPageParam: firstPage,
    getNextPageParam,
    staleTime: 0,
  });

export const actsQuery = infiniteQueryOptions({
  queryKey: actsKey,
  queryFn: ({ pageParam: cursor }) =>
    bodyOf(api.GET("/api/admin/audit", { params: { query: after(cursor) } })),
  initialPageParam: firstPage,
  getNextPageParam,
  staleTime: 0,
});

export const mailQuery = infiniteQueryOptions({
  queryKey: mailKey,
  queryFn: ({ pageParam: cursor }) =>
    bodyOf(api.GET("/api/admin/mail", { params: { query: after(cursor) } })),
  initialPageParam: firstPage,
  getNextPageParam,
  staleTime: 0,
});

export const settingsQuery = queryOptions({
  queryKey: [...keys.admin, "settings"] as const,
  queryFn: () => bodyOf(api.GET("/api/admin/settings")),
  staleTime: 0,
});

export const statisticsQuery = queryOptions({
  queryKey: [...keys.admin, "statistics"] as const,
  queryFn: () => bodyOf(api.GET("/api/admin/statistics")),
});

export const healthQuery = queryOptions({
  queryKey: [...keys.admin, "health"] as const,
  queryFn: () => bodyOf(api.GET("/api/admin/health")),
  staleTime: 0,
});

export function replaceSettings(
  over: InstanceSettings,
  registration: RegistrationMode,
): Promise<InstanceSettings> {
  return bodyOf(
    api.PUT("/api/admin/settings", {
      params: { header: ifMatch(over) },
      body: { registration },
    }),
  );
}

export function replaceUser(over: ManagedUser, body: ManagedUserDetails): Promise<ManagedUser> {
  return bodyOf(
    api.PUT("/api/admin/users/{user_id}", {
      params: { path: { user_id: over.id }, header: ifMatch(over) },
      body,
    }),
  );
}

export async function deleteUser(user: ManagedUser): Promise<void> {
  await bodyOf(
    api.DELETE("/api/admin/users/{user_id}", {
      params: { path: { user_id: user.id }, header: ifMatch(user) },
    }),
  );
}

export async function signOutUser({ id: user_id }: ManagedUser): Promise<void> {
  await bodyOf(api.POST("/api/admin/users/{user_id}/sign-out", { params: { path: { user_id } } }));
}

export function createResetCode({ id: user_id }: ManagedUser) {
  return bodyOf(
    api.POST("/api/admin/users/{user_id}/reset-code", { params: { path: { user_id } } }),
  );
}

export async function deleteAnyFamily({ id: family_id }: ManagedFamily): Promise<void> {
  await bodyOf(api.DELETE("/api/admin/families/{family_id}", { params: { path: { family_id } } }));
}

export async function dismissLetter({ id: mail_id }: FailedLetter): Promise<void> {
  await bodyOf(api.DELETE("/api/admin/mail/{mail_id}", { params: { path: { mail_id } } }));
}
