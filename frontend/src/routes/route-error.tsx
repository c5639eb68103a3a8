import { Trans, useLingui } from "@lingui/react/macro";
import { useRevalidator, useRouteError } from "react-router";
import { ApiError } from "../api/errors";
import { Button } from "@mantine/core";
import { useProblemSentence } from "../lib/problems";
import { CloudOffIcon } from "../ui/icons";
import { Page } from "../ui/page";
import { RetryButton, State } from "../ui/state";
import { NotFound } from "./not-found";

/** What stands in place of a page that failed. */
export function RouteError() {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const error = useRouteError();
  const revalidator = useRevalidator();
  if (error instanceof ApiError && error.status === 404) {
    return <NotFound />;
  }
  if (isMissingPart(error)) {
    return (
      <Page title={t`Something went wrong`} width="reading">
        <State
          whole
          icon={<CloudOffIcon />}
          title={<Trans>This part of the app could not be loaded</Trans>}
          action={
            <Button
              onClick={() => {
                location.reload();
              }}
            >
              <Trans>Reload</Trans>
            </Button>
          }
        >
          <Trans>
            There may be a newer version, or no connection. What you typed is kept on this device.
          </Trans>
        </State>
      </Page>
    );
  }
  return (
    <Page title={t`Something went wrong`} width="reading">
      <State
        whole
        icon={<CloudOffIcon />}
        title={<Trans>This page could not be shown</Trans>}
        action={<RetryButton onRetry={() => void revalidator.revalidate()} />}
      >
        {problem(error)}
      </State>
    </Page>
  );
}

/** Whether a script or style of the app did not arrive; each browser has its own words for it. */
function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload css/i.test(
      error.message,
    )
  );
}
