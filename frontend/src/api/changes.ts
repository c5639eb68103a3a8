import { useQuery, useQueryClient, type Query, type QueryClient } from "@tanstack/react-query";
import { api } from "./client";
import { ApiError, bodyOf } from "./errors";
import { keys } from "./keys";

const EVERY_MS = 7_000;
const UNKNOWN = "";

/** Asks every few seconds whether anything of the family has changed, and reloads what is shown if so. */
export function useLiveFamily(familyId: string | null): void {
  const queryClient = useQueryClient();
  const queryKey = keys.changes(familyId ?? "");
  useQuery({
    queryKey,
    enabled: familyId !== null,
    queryFn: async () => {
      const before = queryClient.getQueryData<string>(queryKey) ?? UNKNOWN;
      const now = await changedSince(familyId ?? "", before === UNKNOWN ? null : before);
      if (now !== before) {
        void reload(queryClient, familyId ?? "");
      }
      return now;
    },
    retry: false,
    // A page opens with one call. The first question comes later, when what has happened since is not known:
    // what is shown is then asked for once more, which costs little where nothing has changed.
    initialData: UNKNOWN,
    staleTime: EVERY_MS,
    // Back in the family after another one, the state seen last is compared with.
    gcTime: Infinity,
    // Neither in a hidden tab nor without a network.
    networkMode: "online",
    refetchInterval: ({ state }) => (isRefusal(state.error) ? false : EVERY_MS),
    refetchOnWindowFocus: "always",
    notifyOnChangeProps: [],
  });
}

/** Reloads what is shown. A further page on its way arrives first: it would be cancelled, and the tap for it lost. */
async function reload(queryClient: QueryClient, familyId: string): Promise<void> {
  const predicate = isOf(familyId);
  const underway = queryClient.getQueryCache().findAll({ predicate, fetchStatus: "fetching" });
  const further = underway.filter(({ state }) => state.fetchMeta?.fetchMore !== undefined);
  await Promise.allSettled(further.map(async ({ promise }) => promise));
  await queryClient.invalidateQueries({ predicate });
}

/** The mark of the family's state: the one that is known as long as nothing has changed. */
async function changedSince(family_id: string, known: string | null): Promise<string> {
  let mark = known;
  const call = api
    .GET("/api/families/{family_id}/changes", {
      params: {
        path: { family_id },
        header: known === null ? {} : { "If-None-Match": known },
      },
    })
    .then((answer) => {
      mark = answer.response.headers.get("ETag") ?? known;
      return answer;
    });
  try {
    await bodyOf(call);
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 304)) {
      throw error;
    }
  }
  return mark ?? UNKNOWN;
}

/** What may show something of the family's record; which family a child is of is not in its keys. */
function isOf(familyId: string) {
  return ({ queryKey: [kind, id] }: Query) =>
    kind === "child" || kind === "families" || (kind === "family" && id === familyId);
}

function isRefusal(error: Error | null): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500;
}
