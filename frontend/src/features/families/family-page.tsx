import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { familiesQuery } from "../../api/family";
import type { Family } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";
import { useRoleWords } from "../../lib/record-kinds";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { CompassIcon } from "../../ui/icons";
import { LoadingRows } from "../../ui/loading";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { RetryButton, State } from "../../ui/state";
import { DeleteFamily } from "./delete-family";
import { InvitesCard } from "./invites-card";
import { MembersCard } from "./members-card";
import { RenameFamily } from "./rename-family";

interface FamilyPageProps {
  familyId: string;
  /** The choice between several families. */
  choice: ReactNode;
  auditPath: string;
  exportPath: string;
  importPath: string;
  /** The person has left, or the family is deleted. */
  onGone: () => void;
}

/** Who belongs to the family, and what each may do. */
export function FamilyPage({ familyId, ...rest }: FamilyPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const families = useQuery(familiesQuery);
  const family = families.data?.find(({ id }) => id === familyId);
  return (
    <Page title={t`Family`} width="reading">
      {family !== undefined ? (
        <Known key={family.id} family={family} {...rest} />
      ) : families.isError ? (
        <Stack gap="md">
          <Title order={1}>
            <Trans>Family</Trans>
          </Title>
          <Notice tone="look" role="alert">
            {problem(families.error)}
          </Notice>
          <RetryButton onRetry={() => void families.refetch()} />
        </Stack>
      ) : families.data !== undefined ? (
        <State whole icon={<CompassIcon />} title={<Trans>You do not belong to this family</Trans>}>
          <Trans>Somebody may have removed you, or the family was deleted.</Trans>
        </State>
      ) : (
        <LoadingRows rows={6} />
      )}
    </Page>
  );
}

interface KnownProps extends Omit<FamilyPageProps, "familyId"> {
  family: Family;
}

function Known({ family, choice, auditPath, exportPath, importPath, onGone }: KnownProps) {
  const roleWords = useRoleWords();
  return (
    <Stack gap="lg">
      <div>
        <Group gap="sm">
          <Title order={1}>{family.name}</Title>
          <Badge tone="brand">{roleWords(family.role)}</Badge>
        </Group>
        <Text c="dimmed">
          {family.role === "owner" ? (
            <Trans>You decide who belongs to this family and what they may do.</Trans>
          ) : family.role === "parent" ? (
            <Trans>You can add to the record. Who belongs to the family, its owners decide.</Trans>
          ) : (
            <Trans>You can look at the record. Who belongs to the family, its owners decide.</Trans>
          )}
        </Text>
      </div>
      {choice}
      <MembersCard family={family} onLeft={onGone} />
      {family.role === "owner" && <InvitesCard family={family} />}
      <Card labelledBy="trust">
        <Title order={2} size="h3" id="trust">
          <Trans>Who did what</Trans>
        </Title>
        <Text c="dimmed" mb="xs">
          <Trans>Every change of the record, and everybody who has looked at it.</Trans>
        </Text>
        <Anchor component={Link} to={auditPath}>
          <Trans>See changes and readers</Trans>
        </Anchor>
      </Card>
      <Card labelledBy="out-and-in">
        <Title order={2} size="h3" id="out-and-in">
          <Trans>Out and in</Trans>
        </Title>
        <Text c="dimmed" mb="xs">
          <Trans>The whole record as a ZIP to keep, and files from elsewhere.</Trans>
        </Text>
        <Group gap="lg">
          <Anchor component={Link} to={exportPath}>
            <Trans>Export</Trans>
          </Anchor>
          <Anchor component={Link} to={importPath}>
            <Trans>Import</Trans>
          </Anchor>
        </Group>
      </Card>
      {family.role === "owner" && (
        <Card labelledBy="family-itself">
          <Stack gap="md">
            <Title order={2} size="h3" id="family-itself">
              <Trans>The family itself</Trans>
            </Title>
            {/* A name that somebody else has changed fills the field anew. */}
            <RenameFamily key={family.rev} family={family} />
            <DeleteFamily family={family} onDeleted={onGone} />
          </Stack>
        </Card>
      )}
    </Stack>
  );
}
