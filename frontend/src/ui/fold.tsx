import { useState, type ReactNode } from "react";
import classes from "./fold.module.css";
import { ChevronDownIcon } from "./icons";

interface FoldProps {
  title: ReactNode;
  hint?: ReactNode;
  /** Kept open, for example because a field inside has a problem. */
  open?: boolean;
  children: ReactNode;
}

/** A part of a page that most people do not need at once. */
export function Fold({ title, hint, open = false, children }: FoldProps) {
  const [unfolded, setUnfolded] = useState(open);
  return (
    <details
      className={classes.fold}
      open={open || unfolded}
      onToggle={({ currentTarget }) => {
        setUnfolded(currentTarget.open);
      }}
    >
      <summary className={classes.summary}>
        <span className={classes.words}>
          <span className={classes.title}>{title}</span>
          {hint !== undefined && <span className={classes.hint}>{hint}</span>}
        </span>
        <ChevronDownIcon />
      </summary>
      <div className={classes.inside}>{children}</div>
    </details>
  );
}
