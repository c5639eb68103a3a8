import { Title } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import type { Entry, Home } from "../../api/types";
import { Card } from "../../ui/card";
import { EntryRows } from "./entry-rows";

interface LatestProps {
  home: Home;
  entryPath: (entry: Entry) => string;
}

/** What was entered of the last days, newest first. */
export function Latest({ home, entryPath }: LatestProps) {
  return home.latest.length === 0 ? null : (
    <Card labelledBy="latest">
      <Title order={2} size="h3" id="latest">
        <Trans>Latest entries</Trans>
      </Title>
      <EntryRows entries={home.latest} items={home.children} entryPath={entryPath} />
    </Card>
  );
}
