import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./errors";

/** The one cache of what the server said; it lives in memory and is emptied at sign-out. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthAnotherTry, staleTime: 30_000 },
    mutations: { retry: false },
  },
});

/** No answer, or "busy": the same call may succeed in a moment. Everything else will not. */
export function worthAnotherTry(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof ApiError && [0, 502, 503, 504].includes(error.status);
}
