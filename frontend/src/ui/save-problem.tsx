import { Button } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useProblemSentence, worthTryingAgain } from "../lib/problems";
import { Notice } from "./notice";

interface SaveProblemProps {
  /** Why it could not be saved; nothing is shown for null. */
  error: unknown;
  /** The form that the button sends again. */
  form: string;
  children?: ReactNode;
}

/** What went wrong with saving a form, which keeps what was typed. */
export function SaveProblem({ error, form, children }: SaveProblemProps) {
  const problem = useProblemSentence();
  return error === null ? null : (
    <Notice tone="look" role="alert">
      {problem(error)}
      {children}
      {worthTryingAgain(error) && (
        <>
          {" "}
          <Button type="submit" form={form} variant="subtle" size="compact-md">
            <Trans>Try again</Trans>
          </Button>
        </>
      )}
    </Notice>
  );
}
