import { Button, Stack, Text, Title } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import classes from "./state.module.css";

interface StateProps {
  icon: ReactNode;
  /** Whether it is all there is on the page: then its title is the title of the page. */
  whole?: boolean;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** What stands where content would be: nothing yet, not found, failed. */
export function State({ icon, whole = false, title, children, action }: StateProps) {
  return (
    <Stack align="center" gap="md" className={classes.state}>
      <span className={classes.icon}>{icon}</span>
      <Title order={whole ? 1 : 2} size="h2" ta="center">
        {title}
      </Title>
      {children !== undefined && (
        <Text c="dimmed" ta="center" className={classes.text}>
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}

export function RetryButton({ onRetry }: { onRetry: () => void }) {
  return (
    <Button variant="default" onClick={onRetry}>
      <Trans>Try again</Trans>
    </Button>
  );
}
