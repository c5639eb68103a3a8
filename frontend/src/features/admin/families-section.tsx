import { Button, Stack, Title } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "../../api/account";
import { keys } from "../../api/keys";
import type { ManagedFamily } from "../../api/types";
import { formatMoment } from "../../lib/dates";
import { Card } from "../../ui/card";
import { DeleteByName } from "../../ui/delete-by-name";
import { Notice } from "../../ui/notice";
import { Row } from "../../ui/rows";
import { Sheet } from "../../ui/sheet";
import { List, SearchField } from "./list";
import { allFamiliesQuery, deleteAnyFamily } from "./queries";

export function FamiliesSection() {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const [text, setText] = useState("");
  const [open, setOpen] = useState<ManagedFamily | null>(null);
  const families = useInfiniteQuery(allFamiliesQuery(text));
  return (
    <Card labelledBy="families">
      <Stack gap="md">
        <Title order={2} size="h3" id="families">
          <Trans>Families</Trans>
        </Title>
        <SearchField
          label={t`Search families`}
          description={t`By name or id.`}
          onSearch={setText}
        />
        <List
          query={families}
          label={t`Families`}
          empty={<Trans>No family found.</Trans>}
          row={(family) => {
            const { name } = family;
            const since = formatMoment(family.created_at, preferences, i18n.locale);
            return (
              <Row
                key={family.id}
                title={name}
                action={
                  <Button
                    variant="default"
                    size="sm"
                    aria-label={t`Delete ${name}`}
                    onClick={() => {
                      setOpen(family);
                    }}
                  >
                    <Trans>Delete …</Trans>
                  </Button>
                }
              >
                <Plural value={family.owner_count} _0="No owner" one="# owner" other="# owners" />
                {" · "}
                <Trans>since {since}</Trans>
              </Row>
            );
          }}
        />
      </Stack>
      {open !== null && (
        <DeleteSheet
          family={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Card>
  );
}

function DeleteSheet({ family, onClose }: { family: ManagedFamily; onClose: () => void }) {
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteAnyFamily(family),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.admin }),
  });
  const { name } = family;
  return (
    <Sheet title={<Trans>Delete a family</Trans>} onClose={onClose}>
      {remove.isSuccess ? (
        <Stack gap="md">
          <Notice tone="good" role="status">
            <Trans>{name} is being deleted. It may take a few seconds until it is gone.</Trans>
          </Notice>
          <Button variant="default" onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </Stack>
      ) : (
        <DeleteByName
          name={name}
          warning={
            <Trans>
              The record of every child in this family is deleted with all its files, for all of its
              members. It cannot be brought back.
            </Trans>
          }
          label={<Trans>Delete the family and its record</Trans>}
          deleting={remove.isPending}
          error={remove.error}
          onDelete={remove.mutate}
        />
      )}
    </Sheet>
  );
}
