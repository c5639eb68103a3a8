import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { overviewQuery, refreshRecord } from "../../api/record";
import type { Child, Illness, IllnessDetails } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { formatDate, formatMoment } from "../../lib/dates";
import { useIllnessName } from "../../lib/record-words";
import { useDraft } from "../../lib/use-draft";
import { useReplace } from "../../lib/use-replace";
import { useToday } from "../../lib/use-today";
import { EditFrame, EditPageFrame } from "../../ui/edit-frame";
import { ILLNESS_FORM, IllnessForm } from "./illness-form";
import { deleteIllness, illnessQuery, readIllness, replaceIllness } from "./queries";

interface EditIllnessPageProps {
  childId: string;
  illnessId: string;
  back: ReactNode;
  onSaved: () => void;
  onDeleted: () => void;
}

export function EditIllnessPage({ childId, illnessId, back, ...rest }: EditIllnessPageProps) {
  const { t } = useLingui();
  const overview = useQuery(overviewQuery(useQueryClient(), childId, useToday()));
  const illness = useQuery({
    ...illnessQuery(childId, illnessId),
    // Somebody else's change must be known when the form opens, and must not move under the hands.
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <EditPageFrame title={t`Change illness`} back={back} error={overview.error ?? illness.error}>
      {overview.data !== undefined && illness.data !== undefined ? (
        <Edit child={overview.data.child} read={illness.data} {...rest} />
      ) : null}
    </EditPageFrame>
  );
}

interface EditProps {
  child: Child;
  read: Illness;
  onSaved: () => void;
  onDeleted: () => void;
}

function Edit({ child, read, onSaved, onDeleted }: EditProps) {
  const { i18n } = useLingui();
  const preferences = usePreferences();
  const queryClient = useQueryClient();
  const rows = useRows();
  const draft = useDraft({ kind: "illness", about: child.id, record: read.id }, "ill");
  const edit = useReplace<Illness, IllnessDetails>({
    draft,
    read,
    reread: () => readIllness(child.id, read.id),
    // The form shows neither of these: what the others have noted meanwhile stays.
    replace: (over, details) =>
      replaceIllness(over, {
        ...details,
        temperatures: over.temperatures,
        medicines: over.medicines,
        visit_ids: over.visit_ids,
      }),
    remove: deleteIllness,
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
      form={ILLNESS_FORM}
      conflict={
        conflict && {
          mine: conflict.mine && rows(conflict.mine),
          theirs: rows(conflict.theirs),
          savedAt: formatMoment(conflict.theirs.updated_at, preferences, i18n.locale),
        }
      }
    >
      <IllnessForm
        // A new version fills the form anew.
        key={edit.base.rev}
        draft={draft}
        child={child}
        illness={edit.base}
        problems={fieldProblems(edit.problem)}
        saving={edit.isSaving}
        onSubmit={edit.save}
      />
    </EditFrame>
  );
}

function useRows(): (details: IllnessDetails) => { label: string; value: string }[] {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  const illnessName = useIllnessName();
  const date = (value: string | null | undefined) =>
    value ? formatDate(value, date_format, i18n.locale) : "";
  return (details) => [
    { label: t`Illness`, value: illnessName(details) },
    { label: t`First day`, value: date(details.started_on) },
    { label: t`Last day`, value: date(details.ended_on) },
    { label: t`Severity`, value: String(details.severity ?? "") },
    { label: t`Symptoms`, value: details.symptoms?.join(", ") ?? "" },
    { label: t`Days missed`, value: String(details.days_missed ?? "") },
    { label: t`Notes`, value: details.notes ?? "" },
    { label: t`Tags`, value: details.tags?.join(", ") ?? "" },
  ];
}
