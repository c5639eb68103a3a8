import { Button } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import classes from "./banner.module.css";

/** Says that a newer version of the app can be taken, whenever it suits. */
export function UpdateBanner({ onReload }: { onReload: () => void }) {
  return (
    <div className={classes.banner} role="status">
      <span>
        <Trans>A new version is ready.</Trans>
      </span>
      <Button variant="subtle" size="compact-md" onClick={onReload}>
        <Trans>Reload</Trans>
      </Button>
    </div>
  );
}
