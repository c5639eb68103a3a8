import { createContext, useContext, type ReactNode } from "react";
import classes from "./child-avatar.module.css";
import { childTints } from "./theme";

interface ChildAvatarProps {
  id: string;
  name: string;
  size: "sm" | "md" | "lg";
}

/** Who fetches the pictures of children; ui/ knows no server. */
export const ChildPictures = createContext<(childId: string, initial: ReactNode) => ReactNode>(
  (_, initial) => initial,
);

/** The picture of a child, or its initial on its own colour; decoration beside the name. */
export function ChildAvatar({ id, name, size }: ChildAvatarProps) {
  const [first] = new Intl.Segmenter().segment(name.trim());
  const initial = first?.segment.toLocaleUpperCase() ?? "";
  const picture = useContext(ChildPictures);
  return (
    <span className={classes.avatar} data-size={size} data-tint={tintOf(id)} aria-hidden="true">
      {picture(id, initial)}
    </span>
  );
}

function tintOf(id: string): string {
  let sum = 7;
  for (let index = 0; index < id.length; index += 1) {
    sum = (sum * 31 + id.charCodeAt(index)) % 9973;
  }
  return childTints[sum % childTints.length] ?? childTints[0];
}
