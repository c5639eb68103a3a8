import { Box, Skeleton, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { ApiError } from "../../api/errors";
import { keys } from "../../api/keys";
import { worthAnotherTry } from "../../api/query-client";
import type { Child, Measurement, MeasurementDetails } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { formatDate } from "../../lib/dates";
import { useProblemSentence } from "../../lib/problems";
import { begunWith, useDraft } from "../../lib/use-draft";
import { DeleteRecord } from "../../ui/delete-record";
import { Notice } from "../../ui/notice";
import { SaveProblem } from "../../ui/save-problem";
import { Sheet } from "../../ui/sheet";
import { useChoices } from "./choices";
import { MeasurementConflict } from "./measurement-conflict";
import { MEASUREMENT_FORM, MeasurementForm } from "./measurement-form";
import {
  createMeasurement,
  deleteMeasurement,
  growthQuery,
  readMeasurement,
  refreshGrowth,
  replaceMeasurement,
} from "./queries";

interface SheetProps {
  childId: string;
  onClose: () => void;
  onSaved: (measurementId: string) => void;
}

export function NewMeasurementSheet({ childId, onClose, onSaved }: SheetProps) {
  const { i18n } = useLingui();
  const { date_format } = usePreferences();
  const queryClient = useQueryClient();
  const child = useChild(childId);
  const draft = useDraft({ kind: "measurement", about: childId, record: "new" }, "mea");
  const [previous, setPrevious] = useState<Measurement | null>(null);
  const create = useMutation({
    mutationFn: ({ details }: { details: MeasurementDetails; another: boolean }) =>
      createMeasurement(childId, draft.id, details),
    retry: worthAnotherTry,
    onSuccess: async (saved, { another }) => {
      if (another) {
        draft.next();
        setPrevious(saved);
        void refreshGrowth(queryClient, childId);
      } else {
        draft.clear();
        await refreshGrowth(queryClient, childId);
        onSaved(saved.id);
      }
    },
  });
  const savedOn = previous && formatDate(previous.date, date_format, i18n.locale);
  return (
    <Sheet title={<Trans>Add measurement</Trans>} onClose={onClose}>
      <Stack gap="md">
        {savedOn !== null && !create.isError && (
          <Notice tone="good" role="status">
            <Trans>Saved for {savedOn}. Here is the next one.</Trans>
          </Notice>
        )}
        <SaveProblem error={create.error} form={MEASUREMENT_FORM} />
        {child === undefined ? (
          <Skeleton height="var(--chart-height)" />
        ) : (
          <MeasurementForm
            key={previous?.id ?? "first"}
            draft={draft}
            child={child}
            measurement={null}
            previous={previous}
            problems={fieldProblems(create.error)}
            saving={create.isPending}
            onSubmit={(details, another) => {
              create.mutate({ details, another });
            }}
          />
        )}
      </Stack>
    </Sheet>
  );
}

interface EditMeasurementSheetProps extends SheetProps {
  measurementId: string;
  /** What stands below: files and history. */
  extras: (familyId: string) => ReactNode;
}

export function EditMeasurementSheet({
  childId,
  measurementId,
  onClose,
  onSaved,
  extras,
}: EditMeasurementSheetProps) {
  const problem = useProblemSentence();
  const child = useChild(childId);
  const measurement = useMeasurement(childId, measurementId);
  return (
    <Sheet title={<Trans>Change measurement</Trans>} onClose={onClose}>
      {measurement.data !== undefined && child !== undefined ? (
        <Stack gap="lg">
          <Edit child={child} read={measurement.data} onSaved={onSaved} onDeleted={onClose} />
          {extras(child.family_id)}
        </Stack>
      ) : measurement.isError ? (
        <Notice tone="look" role="alert">
          {problem(measurement.error)}
        </Notice>
      ) : (
        <Skeleton height="var(--chart-height)" />
      )}
    </Sheet>
  );
}

interface EditProps {
  child: Child;
  /** The version that was read when the form was opened. */
  read: Measurement;
  onSaved: (measurementId: string) => void;
  onDeleted: () => void;
}

function Edit({ child, read, onSaved, onDeleted }: EditProps) {
  const queryClient = useQueryClient();
  const draft = useDraft({ kind: "measurement", about: child.id, record: read.id }, "mea");
  const [base, setBase] = useState(() => begunWith(draft, read));
  const [conflict, setConflict] = useState<Conflicting | null>(null);
  const onError = async (error: Error, mine: MeasurementDetails | null) => {
    if (isChangedMeanwhile(error)) {
      setConflict({ mine, theirs: await readMeasurement(child.id, base.id) });
    }
  };
  const save = useMutation({
    mutationFn: ({ details, over }: { details: MeasurementDetails; over: Measurement }) =>
      replaceMeasurement(over, details),
    onSuccess: async (saved) => {
      draft.clear();
      await refreshGrowth(queryClient, child.id);
      onSaved(saved.id);
    },
    onError: (error, { details }) => onError(error, details),
  });
  const remove = useMutation({
    mutationFn: deleteMeasurement,
    onSuccess: async () => {
      draft.clear();
      await refreshGrowth(queryClient, child.id);
      onDeleted();
    },
    onError: (error) => onError(error, null),
  });
  const failed = save.error ?? remove.error;
  const takeTheirs = () => {
    if (conflict !== null) {
      draft.clear();
      setBase(conflict.theirs);
      setConflict(null);
      save.reset();
      remove.reset();
      void refreshGrowth(queryClient, child.id);
    }
  };
  return (
    <Stack gap="md">
      <SaveProblem
        error={failed !== null && isChangedMeanwhile(failed) ? null : failed}
        form={MEASUREMENT_FORM}
      />
      {conflict !== null && (
        <MeasurementConflict
          mine={conflict.mine}
          theirs={conflict.theirs}
          saving={save.isPending || remove.isPending}
          onKeepMine={() => {
            if (conflict.mine === null) {
              remove.mutate(conflict.theirs);
            } else {
              save.mutate({ details: conflict.mine, over: conflict.theirs });
            }
          }}
          onTakeTheirs={takeTheirs}
        />
      )}
      <div hidden={conflict !== null}>
        <MeasurementForm
          // A new version fills the form anew.
          key={base.rev}
          draft={draft}
          child={child}
          measurement={base}
          previous={null}
          problems={fieldProblems(save.error)}
          saving={save.isPending}
          onSubmit={(details) => {
            save.mutate({ details, over: base });
          }}
        />
        <Box mt="md">
          <DeleteRecord
            label={<Trans>Delete this measurement</Trans>}
            question={<Trans>Delete it for everybody in the family?</Trans>}
            deleting={remove.isPending}
            onDelete={() => {
              remove.mutate(base);
            }}
          />
        </Box>
      </div>
    </Stack>
  );
}

interface Conflicting {
  /** What I wanted to save; null when I wanted to delete. */
  mine: MeasurementDetails | null;
  theirs: Measurement;
}

function isChangedMeanwhile(error: Error): boolean {
  return error instanceof ApiError && error.status === 412;
}

/** The child, from the growth that the page below has loaded. */
function useChild(childId: string): Child | undefined {
  const [choices] = useChoices();
  return useQuery(growthQuery(useQueryClient(), childId, choices)).data?.child;
}

/** The measurement as it is now: what the table shows may be older than another person's change. */
function useMeasurement(childId: string, measurementId: string) {
  return useQuery({
    queryKey: keys.measurement(childId, measurementId),
    queryFn: () => readMeasurement(childId, measurementId),
    staleTime: 0,
    gcTime: 0,
    // The form must not change under the hands of somebody who types.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
