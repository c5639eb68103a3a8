import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import type { Illness } from "../../api/types";
import { formatDate } from "../../lib/dates";
import { joined, useEntryWords } from "../../lib/record-words";
import { RecordList, recordRow, RecordWords } from "../../ui/record-list";

interface IllnessRowsProps {
  illnesses: readonly Illness[];
  path: (illness: Illness) => string;
  /** Whose illness it is, where the list has several children. */
  childName?: (childId: string) => string;
}

export function IllnessRows({ illnesses, path, childName }: IllnessRowsProps) {
  const { i18n } = useLingui();
  const { date_format } = usePreferences();
  const words = useEntryWords();
  return (
    <RecordList>
      {illnesses.map((illness) => {
        const { title, details, date } = words({ kind: "illness", record: illness });
        return (
          <li key={illness.id}>
            <Link to={path(illness)} className={recordRow}>
              <RecordWords
                sign="illness"
                title={title}
                details={joined([childName?.(illness.child_id), details])}
                aside={formatDate(date, date_format, i18n.locale)}
              />
            </Link>
          </li>
        );
      })}
    </RecordList>
  );
}
