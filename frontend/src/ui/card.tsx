import type { ReactNode } from "react";
import classes from "./card.module.css";

interface CardProps {
  children: ReactNode;
  /** The id of the heading that names the card, which makes it a region. */
  labelledBy?: string;
  className?: string | undefined;
}

export function Card({ children, labelledBy, className }: CardProps) {
  const all = className === undefined ? classes.card : `${classes.card ?? ""} ${className}`;
  return labelledBy === undefined ? (
    <div className={all}>{children}</div>
  ) : (
    <section className={all} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
