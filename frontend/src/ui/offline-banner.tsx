import { Trans } from "@lingui/react/macro";
import { CloudOffIcon } from "./icons";
import classes from "./banner.module.css";

/** Says on every page that the server cannot be reached, and what that means. */
export function OfflineBanner() {
  return (
    <div className={classes.banner} role="status">
      <CloudOffIcon />
      <span>
        <Trans>
          No connection. You see what was loaded before; what you enter is kept on this device until
          you can save it.
        </Trans>
      </span>
    </div>
  );
}
