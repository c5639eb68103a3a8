import { Stack, Title } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePreferences } from "../../api/account";
import { api, ifMatch } from "../../api/client";
import { ApiError, bodyOf } from "../../api/errors";
import { keys } from "../../api/keys";
import type { Child, ChildDetails } from "../../api/types";
import { fieldProblems } from "../../lib/field-problems";
import { formatDate, formatMoment } from "../../lib/dates";
import { formatLength, formatWeight } from "../../lib/units";
import { begunWith, useDraft } from "../../lib/use-draft";
import { Card } from "../../ui/card";
import { Conflict } from "../../ui/conflict";
import { Notice } from "../../ui/notice";
import { SaveProblem } from "../../ui/save-problem";
import { CHILD_FORM, ChildForm } from "./child-form";
import { childQuery } from "./queries";
import classes from "./child-details-tab.module.css";

/** Who the child is, and how it came: the details that its growth is read with. */
export function ChildDetailsTab({ childId }: { childId: string }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const child = useSuspenseQuery(childQuery(childId)).data;
  const draft = useDraft({ kind: "child", about: childId, record: "details" }, "chi");
  const [base, setBase] = useState(() => begunWith(draft, child));
  const [conflict, setConflict] = useState<{ mine: ChildDetails; theirs: Child } | null>(null);
  const save = useMutation({
    mutationFn: ({ details, over }: { details: ChildDetails; over: Child }) =>
      bodyOf(
        api.PUT("/api/children/{child_id}", {
          params: { path: { child_id: childId }, header: ifMatch(over) },
          body: details,
        }),
      ),
    onSuccess: (saved) => {
      draft.clear();
      setConflict(null);
      setBase(saved);
      queryClient.setQueryData(keys.child(childId), saved);
      void queryClient.invalidateQueries({ queryKey: keys.home(saved.family_id) });
      void queryClient.invalidateQueries({ queryKey: keys.growth(childId) });
    },
    onError: async (error, { details }) => {
      if (error instanceof ApiError && error.status === 412) {
        const theirs = await queryClient.query({ ...childQuery(childId), staleTime: 0 });
        setConflict({ mine: details, theirs });
      }
    },
  });
  const rows = useRows();
  const conflicting = save.error instanceof ApiError && save.error.status === 412;
  return (
    <Card labelledBy="child-details" className={classes.card}>
      <Stack gap="lg">
        <Title order={2} id="child-details">
          <Trans>Details</Trans>
        </Title>
        {save.isSuccess && (
          <Notice tone="good" role="status">
            <Trans>Saved.</Trans>
          </Notice>
        )}
        <SaveProblem error={conflicting ? null : save.error} form={CHILD_FORM} />
        {conflict !== null && (
          <ConflictWith
            conflict={conflict}
            rows={rows}
            saving={save.isPending}
            onKeepMine={() => {
              save.mutate({ details: conflict.mine, over: conflict.theirs });
            }}
            onTakeTheirs={() => {
              draft.clear();
              setBase(conflict.theirs);
              setConflict(null);
              save.reset();
            }}
          />
        )}
        <div hidden={conflict !== null}>
          <ChildForm
            // A new version fills the form anew.
            key={base.rev}
            draft={draft}
            child={base}
            problems={fieldProblems(save.error)}
            submitLabel={t`Save`}
            saving={save.isPending}
            onSubmit={(details) => {
              save.mutate({ details, over: base });
            }}
          />
        </div>
      </Stack>
    </Card>
  );
}

interface ConflictWithProps {
  conflict: { mine: ChildDetails; theirs: Child };
  rows: (details: ChildDetails) => { label: string; value: string }[];
  saving: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

function ConflictWith({ conflict, rows, ...rest }: ConflictWithProps) {
  const { i18n } = useLingui();
  const preferences = usePreferences();
  const theirs = rows(conflict.theirs);
  return (
    <Conflict
      rows={rows(conflict.mine).map(({ label, value }, row) => ({
        label,
        mine: value,
        theirs: theirs[row]?.value ?? "",
      }))}
      savedAt={formatMoment(conflict.theirs.updated_at, preferences, i18n.locale)}
      {...rest}
    />
  );
}

function useRows(): (details: ChildDetails) => { label: string; value: string }[] {
  const { t, i18n } = useLingui();
  const { date_format } = usePreferences();
  return (details) => {
    const { gestation, due_date, birth_weight, birth_length, birth_head_circumference } = details;
    const weeks = gestation?.weeks;
    const days = gestation?.days;
    const date = (value: string | null | undefined) =>
      value ? formatDate(value, date_format, i18n.locale) : "";
    const length = (value: typeof birth_length) => (value ? formatLength(value, i18n.locale) : "");
    return [
      { label: t`Name`, value: details.name },
      { label: t`Date of birth`, value: date(details.date_of_birth) },
      { label: t`Sex at birth`, value: details.sex === "female" ? t`Girl` : t`Boy` },
      {
        label: t`Born after`,
        value: gestation ? t`${weeks} weeks and ${days} days` : "",
      },
      { label: t`Due date`, value: date(due_date) },
      {
        label: t`Birth weight`,
        value: birth_weight ? formatWeight(birth_weight, i18n.locale) : "",
      },
      { label: t`Birth length`, value: length(birth_length) },
      { label: t`Head at birth`, value: length(birth_head_circumference) },
    ];
  };
}
