import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import { bodyOf } from "./errors";
import { keys } from "./keys";

/** The vaccines to pick from, in the order in which they are usually given. */
export const vaccinesQuery = queryOptions({
  queryKey: keys.vaccines,
  queryFn: async () => (await bodyOf(api.GET("/api/medical-events/vaccines"))).items,
  staleTime: Infinity,
});
