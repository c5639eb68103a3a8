import { Anchor, Group, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { familiesQuery } from "../../api/family";
import { Card } from "../../ui/card";
import { Row, Rows } from "../../ui/rows";

interface OutAndInCardProps {
  exportPath: (familyId: string) => string;
  importPath: (familyId: string) => string;
}

/** Leads to the exports and imports of each family. */
export function OutAndInCard({ exportPath, importPath }: OutAndInCardProps) {
  const { t } = useLingui();
  const families = useQuery(familiesQuery).data ?? [];
  if (families.length === 0) {
    return null;
  }
  return (
    <Card labelledBy="out-and-in">
      <Title order={2} size="h3" id="out-and-in">
        <Trans>Export and import</Trans>
      </Title>
      <Text c="dimmed" size="sm">
        <Trans>The whole record as a ZIP to keep, and files from elsewhere.</Trans>
      </Text>
      <Rows>
        {families.map(({ id, name }) => (
          <Row
            key={id}
            title={name}
            action={
              <Group gap="md">
                <Anchor component={Link} to={exportPath(id)} aria-label={t`Export ${name}`}>
                  <Trans>Export</Trans>
                </Anchor>
                <Anchor component={Link} to={importPath(id)} aria-label={t`Import into ${name}`}>
                  <Trans>Import</Trans>
                </Anchor>
              </Group>
            }
          />
        ))}
      </Rows>
    </Card>
  );
}
