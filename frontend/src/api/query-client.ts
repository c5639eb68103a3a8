import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "./errors";

/** The one cache of what the server said; it lives in memory and is emptied at sign-out. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // What was loaded stays in sight when it cannot be asked for again, unless it is gone.
      if (error instanceof ApiError && error.status === 404 && query.state.data !== undefined) {
        query.setState({ data: undefined });
      }
    },
  }),
  defaultOptions: {
    // Without a connection a call fails at once and says so, instead of waiting for it unseen.
    queries: {
      retry: worthAnotherTry,
      staleTime: 30_000,
      networkMode: "always",
      refetchOnReconnect: true,
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** No answer, or "busy": the same call may succeed in a moment. Everything else will not. */
export function worthAnotherTry(failures: number, error: Error): boolean {
  return (
    failures < 2 &&
    navigator.onLine &&
    error instanceof ApiError &&
    [0, 502, 503, 504].includes(error.status)
  );
}
