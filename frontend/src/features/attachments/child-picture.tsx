import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { childQuery } from "../../api/family";
import { pictureQuery } from "./avatar-queries";

/** The picture of a child that some page has loaded, or the initial. */
export function ChildPicture({ childId, initial }: { childId: string; initial: ReactNode }) {
  // The page around it loads the child.
  const avatar = useQuery({ ...childQuery(childId), enabled: false }).data?.avatar;
  const picture = useQuery({
    ...pictureQuery(childId, avatar?.id ?? ""),
    enabled: avatar !== null && avatar !== undefined,
  }).data;
  return avatar && picture !== undefined ? <img src={picture} alt="" /> : initial;
}
