import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { worthAnotherTry } from "../../api/query-client";
import { overviewQuery, refreshRecord } from "../../api/record";
import type { EventDetails, EventType } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { useProblemSentence } from "../../lib/problems";
import { eventTypes, useEventTypeName } from "../../lib/record-words";
import { useDraft } from "../../lib/use-draft";
import { useToday } from "../../lib/use-today";
import { useVaccines } from "../../lib/vaccines";
import { Chips } from "../../ui/chips";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { SaveProblem } from "../../ui/save-problem";
import { EVENT_FORM, EventForm } from "./event-form";
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
  const draft = useDraft({ kind: "event", about: childId, record: `new ${type}` }, "evt");
  const { vaccines, isPending } = useVaccines(cvx !== null);
  const picked = vaccines.find((each) => each.cvx === cvx);
  const create = useMutation({
    mutationFn: ({ details }: { details: EventDetails; another: boolean }) =>
      createEvent(childId, draft.id, details),
    retry: worthAnotherTry,
    onSuccess: async (saved, { another }) => {
      if (another) {
        draft.next();
        void refreshRecord(queryClient, childId);
        window.scrollTo(0, 0);
      } else {
        draft.clear();
        await refreshRecord(queryClient, childId);
        onSaved(saved.id);
      }
    },
  });
  const saved = create.data?.name;
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
        <SaveProblem error={create.error} form={EVENT_FORM} />
        <Chips<EventType>
          label={t`What is it?`}
          data={eventTypes.map((each) => ({ value: each, label: typeName(each) }))}
          value={[type]}
          onChange={(chosen) => {
            onType(chosen.find((each) => each !== type) ?? type);
          }}
        />
        {overview.data === undefined || (cvx !== null && isPending) ? (
          overview.isError ? (
            <Notice tone="look" role="alert">
              {problem(overview.error)}
            </Notice>
          ) : (
            <Skeleton height="var(--chart-height)" />
          )
        ) : (
          <EventForm
            key={`${type} ${create.isSuccess ? draft.id : "first"}`}
            draft={draft}
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
