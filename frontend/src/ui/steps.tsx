import { Trans } from "@lingui/react/macro";
import classes from "./steps.module.css";

/** How far along the first steps somebody is. */
export function Steps({ current, of }: { current: number; of: number }) {
  return (
    <div className={classes.steps}>
      <span className={classes.words}>
        <Trans>
          Step {current} of {of}
        </Trans>
      </span>
      {Array.from({ length: of }, (_, step) => (
        <span key={step} className={classes.step} data-done={step < current} aria-hidden="true" />
      ))}
    </div>
  );
}
