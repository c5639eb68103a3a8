import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import classes from "./frame.module.css";

interface FrameProps {
  /** The logo, as a link home. */
  home: ReactNode;
  menu: ReactNode;
  children: ReactNode;
}

/** The frame of every page of somebody who is signed in. */
export function Frame({ home, menu, children }: FrameProps) {
  return (
    <>
      <a href="#content" className={classes.skip}>
        <Trans>Skip to the content</Trans>
      </a>
      <header className={classes.header}>
        <div className={classes.bar}>
          {home}
          {menu}
        </div>
      </header>
      {children}
    </>
  );
}
