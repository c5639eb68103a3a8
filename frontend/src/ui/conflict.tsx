import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import classes from "./conflict.module.css";

interface ConflictProps {
  /** One row for each field; the rows that differ are marked. */
  rows: readonly { label: string; mine: string; theirs: string }[];
  /** When the other version was saved. */
  savedAt: ReactNode;
  saving: boolean;
  /** The level of its heading: 3 below a heading of level 2. */
  level?: 2 | 3;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two people changed the same record: both versions side by side, and a choice. */
export function Conflict({
  rows,
  savedAt,
  saving,
  level = 2,
  onKeepMine,
  onTakeTheirs,
}: ConflictProps) {
  const { t } = useLingui();
  const nothing = t({ message: "—", comment: "An empty field" });
  return (
    <Stack gap="md" role="alert">
      <div>
        <Title order={level} size="h3">
          <Trans>Somebody changed this meanwhile</Trans>
        </Title>
        <Text c="dimmed" size="sm">
          <Trans>Nothing is lost. Look at both versions and choose the one to keep.</Trans>
        </Text>
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <Trans>Yours</Trans>
            </th>
            <th scope="col">
              <Trans>Saved {savedAt}</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, mine, theirs }) => (
            <tr key={label} data-differs={mine !== theirs}>
              <th scope="row">{label}</th>
              <td>{mine === "" ? nothing : mine}</td>
              <td>{theirs === "" ? nothing : theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group grow>
        <Button variant="default" onClick={onTakeTheirs} disabled={saving}>
          <Trans>Use the saved one</Trans>
        </Button>
        <Button onClick={onKeepMine} loading={saving}>
          <Trans>Keep mine</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
