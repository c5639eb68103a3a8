import { skipToken, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { keys } from "../../api/keys";
import type { Child } from "../../api/types";
import { pictureQuery } from "./avatar-queries";

/** The picture of a child that some page has loaded, or the initial. */
export function ChildPicture({ childId, initial }: { childId: string; initial: ReactNode }) {
  const avatar = useQuery<Child>({ queryKey: keys.child(childId), queryFn: skipToken }).data
    ?.avatar;
  const picture = useQuery({
    ...pictureQuery(childId, avatar?.id ?? ""),
    enabled: avatar !== null && avatar !== undefined,
  }).data;
  return avatar && picture !== undefined ? <img src={picture} alt="" /> : initial;
}
