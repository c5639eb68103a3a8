import { Trans, useLingui } from "@lingui/react/macro";
import { useRevalidator, useRouteError } from "react-router";
import { ApiError } from "../api/errors";
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
