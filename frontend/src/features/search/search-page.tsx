import { Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Page } from "../../ui/page";
import { askedKey, type Asked } from "./queries";
import { SearchForm } from "./search-form";
import { SearchResults } from "./search-results";

interface SearchPageProps {
  familyId: string;
  choice: ReactNode;
  /** Where a record is looked at. */
  recordPath: (kind: string, childId: string, recordId: string) => string;
}

/** Search in all that a family has entered. What is searched for stays in memory and in request bodies. */
export function SearchPage({ familyId, choice, recordPath }: SearchPageProps) {
  const { t } = useLingui();
  return (
    <Page title={t`Search`} width="reading">
      <Stack gap="lg">
        <Title order={1}>
          <Trans>Search</Trans>
        </Title>
        {choice}
        <Searching key={familyId} familyId={familyId} recordPath={recordPath} />
      </Stack>
    </Page>
  );
}

function Searching({ familyId, recordPath }: Omit<SearchPageProps, "choice">) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(
    () => queryClient.getQueryData<Asked>(askedKey(familyId)) ?? null,
  );
  return (
    <>
      <SearchForm
        familyId={familyId}
        asked={asked}
        onSearch={(next) => {
          queryClient.setQueryData(askedKey(familyId), next);
          setAsked(next);
        }}
      />
      {asked === null ? (
        <Text c="dimmed">
          <Trans>
            Search for a doctor, a symptom, a medicine, a tag, or any word of a note. All words have
            to occur.
          </Trans>
        </Text>
      ) : (
        <SearchResults familyId={familyId} asked={asked} recordPath={recordPath} />
      )}
    </>
  );
}
