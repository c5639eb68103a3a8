import { infiniteQueryOptions, queryOptions, type QueryClient } from "@tanstack/react-query";
import { api, ifMatch, openApi } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type {
  Family,
  Invite,
  InviteDetails,
  InvitePreview,
  Member,
  MemberDetails,
  NewInvite,
} from "../../api/types";

export const invitesQuery = (family_id: string) =>
  queryOptions({
    queryKey: keys.invites(family_id),
    queryFn: async () =>
      (
        await bodyOf(
          api.GET("/api/families/{family_id}/invites", { params: { path: { family_id } } }),
        )
      ).items,
  });

export const auditQuery = (family_id: string) =>
  infiniteQueryOptions({
    queryKey: keys.audit(family_id),
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(
        api.GET("/api/families/{family_id}/audit", {
          params: { path: { family_id }, query: cursor === null ? {} : { cursor } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const readersQuery = (family_id: string) =>
  infiniteQueryOptions({
    queryKey: keys.readers(family_id),
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(
        api.GET("/api/families/{family_id}/readers", {
          params: { path: { family_id }, query: cursor === null ? {} : { cursor } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export function renameFamily(family: Family, name: string): Promise<Family> {
  return bodyOf(
    api.PUT("/api/families/{family_id}", {
      params: { path: { family_id: family.id }, header: ifMatch(family) },
      body: { name },
    }),
  );
}

export async function deleteFamily(family: Family): Promise<void> {
  await bodyOf(
    api.DELETE("/api/families/{family_id}", {
      params: { path: { family_id: family.id }, header: ifMatch(family) },
    }),
  );
}

export function replaceMember(member: Member, body: MemberDetails): Promise<Member> {
  return bodyOf(
    api.PUT("/api/families/{family_id}/members/{user_id}", {
      params: {
        path: { family_id: member.family_id, user_id: member.user_id },
        header: ifMatch(member),
      },
      body,
    }),
  );
}

/** Removes a member, or leaves the family. */
export async function removeMember(member: Member): Promise<void> {
  await bodyOf(
    api.DELETE("/api/families/{family_id}/members/{user_id}", {
      params: {
        path: { family_id: member.family_id, user_id: member.user_id },
        header: ifMatch(member),
      },
    }),
  );
}

export function handOver({ family_id, user_id }: Member): Promise<Member> {
  return bodyOf(
    api.POST("/api/families/{family_id}/owner", {
      params: { path: { family_id } },
      body: { user_id, step_down: true },
    }),
  );
}

export function createInvite(
  family_id: string,
  id: string,
  body: InviteDetails,
): Promise<NewInvite> {
  return bodyOf(
    api.POST("/api/families/{family_id}/invites", {
      params: { path: { family_id }, query: { id } },
      body,
    }),
  );
}

export async function withdrawInvite({ family_id, id: invite_id }: Invite): Promise<void> {
  await bodyOf(
    api.DELETE("/api/families/{family_id}/invites/{invite_id}", {
      params: { path: { family_id, invite_id } },
    }),
  );
}

export function previewInvite(token: string): Promise<InvitePreview> {
  return bodyOf(openApi.POST("/api/invites/preview", { body: { token } }));
}

export function acceptInvite(token: string): Promise<Family> {
  return bodyOf(api.POST("/api/invites/accept", { body: { token } }));
}

/** Members changed, so everything that names them or shows what they may do. */
export async function refreshMembers(queryClient: QueryClient, family: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.families }),
    queryClient.invalidateQueries({ queryKey: ["family", family] }),
  ]);
}
