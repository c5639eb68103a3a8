import type { ReactNode } from "react";
import classes from "./badge.module.css";

interface BadgeProps {
  tone?: "plain" | "brand" | "look";
  children: ReactNode;
}

/** A word or two beside a name: a role, a state. */
export function Badge({ tone = "plain", children }: BadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
