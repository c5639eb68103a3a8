import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { fieldProblems } from "../../api/errors";
import { worthAnotherTry } from "../../api/query-client";
import { overviewQuery, refreshRecord } from "../../api/record";
import { vaccinesQuery } from "../../api/vaccines";
import type { EventDetails, EventType } from "../../api/types";
import { newId } from "../../lib/ids";
import { useProblemSentence } from "../../lib/problems";
import { eventTypes, useEventTypeName } from "../../lib/record-words";
import { useToday } from "../../lib/use-today";
import { Chips } from "../../ui/chips";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EventForm } from "./event-form";
import { createEvent } from "./queries";

interface NewEventPageProps {
  childId: string;
  type: EventType;
  /** The code of the vaccine that was picked on the way here. */
  cvx: string | null;
  back: ReactNode;
  onType: (type: EventType) => void;
  onSaved: (eventId: string) => void;
}

export function NewEventPage({ childId, type, cvx, back, onType, onSaved }: NewEventPageProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const queryClient = useQueryClient();
  const typeName = useEventTypeName();
  const overview = useQuery(overviewQuery(queryClient, childId, useToday()));
  const vaccines = useQuery({ ...vaccinesQuery, enabled: cvx !== null });
  const picked = vaccines.data?.find((each) => each.cvx === cvx);
  // The same id at each attempt, so that a repeated save makes one event.
  const [id, setId] = useState(() => newId("evt"));
  const create = useMutation({
    mutationFn: ({ details }: { details: EventDetails; another: boolean }) =>
      createEvent(childId, id, details),
    retry: worthAnotherTry,
    onSuccess: async (saved, { another }) => {
      if (another) {
        setId(newId("evt"));
        void refreshRecord(queryClient, childId);
        window.scrollTo(0, 0);
      } else {
        await refreshRecord(queryClient, childId);
        onSaved(saved.id);
      }
    },
  });
  const saved = create.data?.name;
  const failed = create.error ?? overview.error;
  return (
    <Page title={t`Add vaccine or event`} width="form">
      {back}
      <Stack gap="lg">
        <div>
          <Title order={1}>
            {type === "vaccine" ? <Trans>Add vaccine</Trans> : <Trans>Add event</Trans>}
          </Title>
          <Text c="dimmed">{overview.data?.child.name}</Text>
        </div>
        {create.isSuccess && (
          <Notice tone="good" role="status">
            <Trans>{saved} is saved. Here is the next one.</Trans>
          </Notice>
        )}
        {failed !== null && (
          <Notice tone="look" role="alert">
            {problem(failed)}
          </Notice>
        )}
        <Chips<EventType>
          label={t`What is it?`}
          data={eventTypes.map((each) => ({ value: each, label: typeName(each) }))}
          value={[type]}
          onChange={(chosen) => {
            onType(chosen.find((each) => each !== type) ?? type);
          }}
        />
        {overview.data === undefined || (cvx !== null && vaccines.isPending) ? (
          !overview.isError && <Skeleton height="var(--chart-height)" />
        ) : (
          <EventForm
            key={`${type} ${create.isSuccess ? id : "first"}`}
            child={overview.data.child}
            type={type}
            event={null}
            product={type === "vaccine" && !create.isSuccess ? picked : undefined}
            problems={fieldProblems(create.error)}
            saving={create.isPending}
            onSubmit={(details, another) => {
              create.mutate({ details, another });
            }}
          />
        )}
      </Stack>
    </Page>
  );
}
