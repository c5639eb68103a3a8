import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { overviewQuery, refreshRecord } from "../../api/record";
import type { Child, MedicalEvent, EventDetails } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { formatDate, formatMoment } from "../../lib/dates";
import { useAllergySeverityName, useDoseWords, useSiteName } from "../../lib/record-words";
import { useDraft } from "../../lib/use-draft";
import { useReplace } from "../../lib/use-replace";
import { useToday } from "../../lib/use-today";
import { EditFrame, EditPageFrame } from "../../ui/edit-frame";
import { EVENT_FORM, EventForm } from "./event-form";
import { deleteEvent, eventQuery, readEvent, replaceEvent } from "./queries";

interface EditEventPageProps {
  childId: string;
  eventId: string;
  back: ReactNode;
  onSaved: () => void;
  onDeleted: () => void;
}

export function EditEventPage({ childId, eventId, back, ...rest }: EditEventPageProps) {
  const { t } = useLingui();
  const overview = useQuery(overviewQuery(useQueryClient(), childId, useToday()));
  const event = useQuery({
    ...eventQuery(childId, eventId),
    // Somebody else's change must be known when the form opens, and must not move under the hands.
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <EditPageFrame title={t`Change entry`} back={back} error={overview.error ?? event.error}>
      {overview.data !== undefined && event.data !== undefined ? (
        <Edit child={overview.data.child} read={event.data} {...rest} />
      ) : null}
    </EditPageFrame>
  );
}

interface EditProps {
  child: Child;
  read: MedicalEvent;
  onSaved: () => void;
  onDeleted: () => void;
}

function Edit({ child, read, onSaved, onDeleted }: EditProps) {
  const { i18n } = useLingui();
  const preferences = usePreferences();
  const queryClient = useQueryClient();
  const rows = useRows();
  const draft = useDraft({ kind: "event", about: child.id, record: read.id }, "evt");
  const edit = useReplace<MedicalEvent, EventDetails>({
    draft,
    read,
    reread: () => readEvent(child.id, read.id),
    // The form does not show the doses: what the others have noted meanwhile stays.
    replace: (over, details) =>
      replaceEvent(over, {
        ...details,
        medication: details.medication
          ? { ...details.medication, given: over.medication?.given ?? [] }
          : null,
      }),
    remove: deleteEvent,
    onSaved: async () => {
      await refreshRecord(queryClient, child.id);
      onSaved();
    },
    onRemoved: () => {
      onDeleted();
      return refreshRecord(queryClient, child.id, read.id);
    },
  });
  const { conflict } = edit;
  return (
    <EditFrame
      edit={edit}
      form={EVENT_FORM}
      conflict={
        conflict && {
          mine: conflict.mine && rows(conflict.mine),
          theirs: rows(conflict.theirs),
          savedAt: formatMoment(conflict.theirs.updated_at, preferences, i18n.locale),
        }
      }
    >
      <EventForm
        // A new version fills the form anew.
        key={edit.base.rev}
        draft={draft}
        child={child}
        type={edit.base.type}
        event={edit.base}
        problems={fieldProblems(edit.problem)}
        saving={edit.isSaving}
        onSubmit={edit.save}
      />
    </EditFrame>
  );
}

function useRows(): (details: EventDetails) => { label: string; value: string }[] {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  const doseWords = useDoseWords();
  const siteName = useSiteName();
  const severityName = useAllergySeverityName();
  const date = (value: string | null | undefined) =>
    value ? formatDate(value, date_format, i18n.locale) : "";
  return (details) => {
    const { vaccine, medication, allergy } = details;
    const rows = [
      { label: t`Name`, value: details.name },
      { label: t`Date`, value: date(details.date) },
      { label: t`Last day`, value: date(details.ended_on) },
      { label: t`Place`, value: details.place ?? "" },
      { label: t`Outcome`, value: details.outcome ?? "" },
      { label: t`Result`, value: details.result ?? "" },
      { label: t`Notes`, value: details.notes ?? "" },
      { label: t`Tags`, value: details.tags?.join(", ") ?? "" },
    ];
    if (details.type === "vaccine") {
      rows.push(
        { label: t`Dose number`, value: String(vaccine?.dose_number ?? "") },
        { label: t`Not given`, value: vaccine?.not_given ?? "" },
        { label: t`Where on the body`, value: vaccine?.site ? siteName(vaccine.site) : "" },
        { label: t`Lot number`, value: vaccine?.lot ?? "" },
        { label: t`Manufacturer`, value: vaccine?.manufacturer ?? "" },
        { label: t`Given by`, value: vaccine?.given_by ?? "" },
        { label: t`Reaction`, value: vaccine?.reaction ?? "" },
      );
    }
    if (details.type === "medication") {
      rows.push(
        { label: t`How much at a time`, value: medication?.dose ? doseWords(medication.dose) : "" },
        { label: t`When to take it`, value: medication?.schedule ?? "" },
        { label: t`Minutes between`, value: String(medication?.minutes_between ?? "") },
      );
    }
    if (details.type === "allergy") {
      rows.push(
        { label: t`Severity`, value: allergy?.severity ? severityName(allergy.severity) : "" },
        { label: t`Reaction`, value: allergy?.reaction ?? "" },
      );
    }
    return rows;
  };
}
