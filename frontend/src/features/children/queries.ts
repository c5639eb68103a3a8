import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/client";
import { bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";

export const childQuery = (child_id: string) =>
  queryOptions({
    queryKey: keys.child(child_id),
    queryFn: () => bodyOf(api.GET("/api/children/{child_id}", { params: { path: { child_id } } })),
  });
