import type { ReactNode } from "react";
import classes from "./rows.module.css";

/** A list of things with a line between them. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** What stands in front, such as an avatar. */
  lead?: ReactNode;
  title: ReactNode;
  badges?: ReactNode;
  children?: ReactNode;
  /** What can be done with it. */
  action?: ReactNode;
}

export function Row({ lead, title, badges, children, action }: RowProps) {
  return (
    <li className={classes.row}>
      {lead}
      <div className={classes.words}>
        <div className={classes.title}>
          <span className={classes.name}>{title}</span>
          {badges}
        </div>
        {children !== undefined && <div className={classes.more}>{children}</div>}
      </div>
      {action !== undefined && action !== null && <div className={classes.action}>{action}</div>}
    </li>
  );
}
