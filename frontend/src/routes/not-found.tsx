import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { CompassIcon } from "../ui/icons";
import { Page } from "../ui/page";
import { State } from "../ui/state";
import { paths } from "./paths";

export function NotFound() {
  const { t } = useLingui();
  return (
    <Page title={t`Not found`} width="reading">
      <State
        whole
        icon={<CompassIcon />}
        title={<Trans>There is nothing here</Trans>}
        action={
          <Button component={Link} to={paths.start}>
            <Trans>Go home</Trans>
          </Button>
        }
      >
        <Trans>The address may be mistyped, or what was here is gone.</Trans>
      </State>
    </Page>
  );
}
