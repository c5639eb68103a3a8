import { CloseButton } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import classes from "./notice.module.css";

interface NoticeProps {
  /** `good` for what went well, `look` for what deserves a second look. */
  tone: "good" | "look";
  children: ReactNode;
  /** Read out when it appears: politely, or at once for a problem. */
  role?: "status" | "alert";
  onClose?: () => void;
}

/** A sentence or two that the page says to the person. */
export function Notice({ tone, children, role, onClose }: NoticeProps) {
  const { t } = useLingui();
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <div className={classes.text}>{children}</div>
      {onClose && <CloseButton aria-label={t`Close`} onClick={onClose} className={classes.close} />}
    </div>
  );
}
