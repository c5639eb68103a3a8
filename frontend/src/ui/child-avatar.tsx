import classes from "./child-avatar.module.css";
import { childTints } from "./theme";

interface ChildAvatarProps {
  id: string;
  name: string;
  size: "sm" | "md" | "lg";
}

/** The initial of a child on its own colour; decoration beside the name. */
export function ChildAvatar({ id, name, size }: ChildAvatarProps) {
  const [first] = new Intl.Segmenter().segment(name.trim());
  const initial = first?.segment.toLocaleUpperCase() ?? "";
  return (
    <span className={classes.avatar} data-size={size} data-tint={tintOf(id)} aria-hidden="true">
      {initial}
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
