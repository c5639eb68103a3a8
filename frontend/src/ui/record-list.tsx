import type { ReactNode } from "react";
import { ChevronRightIcon } from "./icons";
import { RecordIcon, type RecordSign } from "./record-icon";
import classes from "./record-list.module.css";

/** Records one below the other, with a line between them. */
export function RecordList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  );
}

/** The look of a link that is a row; what is inside comes from `RecordWords`. */
export const recordRow = classes.row ?? "";

interface RecordWordsProps {
  sign: RecordSign;
  title: ReactNode;
  details?: ReactNode;
  aside?: ReactNode;
}

/** A record in a row: its sign, its name, what matters about it, and its date. */
export function RecordWords({ sign, title, details, aside }: RecordWordsProps) {
  return (
    <>
      <RecordIcon sign={sign} />
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        {details !== undefined && details !== "" && (
          <span className={classes.details}>{details}</span>
        )}
      </span>
      {aside !== undefined && <span className={classes.aside}>{aside}</span>}
      <ChevronRightIcon />
    </>
  );
}
