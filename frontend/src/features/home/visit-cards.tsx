import { Stack, Title } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { Entry, Home, Visit } from "../../api/types";
import { Card } from "../../ui/card";
import { EntryRows } from "./entry-rows";

interface VisitCardsProps {
  home: Home;
  entryPath: (entry: Entry) => string;
}

/** Visits that wait for an outcome, and those to come. */
export function VisitCards({ home, entryPath }: VisitCardsProps) {
  const { waiting_for_outcome, appointments } = home;
  const card = (id: string, title: ReactNode, visits: readonly Visit[]) =>
    visits.length > 0 && (
      <Card labelledBy={id}>
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        <EntryRows
          entries={visits.map((record) => ({ kind: "visit", record }))}
          items={home.children}
          entryPath={entryPath}
        />
      </Card>
    );
  return waiting_for_outcome.length + appointments.length === 0 ? null : (
    <Stack gap="lg">
      {card("waiting", <Trans>What came of it?</Trans>, waiting_for_outcome)}
      {card("coming", <Trans>Coming up</Trans>, appointments)}
    </Stack>
  );
}
