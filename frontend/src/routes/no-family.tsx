import { Button } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { HeartIcon } from "../ui/icons";
import { Page } from "../ui/page";
import { State } from "../ui/state";
import { paths } from "./paths";

/** For somebody who belongs to no family yet. */
export function NoFamily() {
  const { t } = useLingui();
  return (
    <Page title={t`Family`} width="reading">
      <State
        whole
        icon={<HeartIcon />}
        title={<Trans>You do not belong to a family yet</Trans>}
        action={
          <Button component={Link} to={paths.welcome}>
            <Trans>Start a family</Trans>
          </Button>
        }
      >
        <Trans>Start one, or open the link of an invitation.</Trans>
      </State>
    </Page>
  );
}
