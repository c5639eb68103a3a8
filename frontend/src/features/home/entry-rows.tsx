import { useLingui } from "@lingui/react/macro";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import type { Child, Entry } from "../../api/types";
import { formatDate } from "../../lib/dates";
import { joined, useEntryWords } from "../../lib/record-words";
import { RecordList, recordRow, RecordWords } from "../../ui/record-list";

interface EntryRowsProps {
  entries: readonly Entry[];
  /** Whose entries they are. */
  items: readonly Child[];
  entryPath: (entry: Entry) => string;
}

export function EntryRows({ entries, items, entryPath }: EntryRowsProps) {
  const { i18n } = useLingui();
  const { date_format } = usePreferences();
  const words = useEntryWords();
  return (
    <RecordList>
      {entries.map((entry) => {
        const { title, details, date } = words(entry);
        const child = items.find(({ id }) => id === entry.record.child_id);
        return (
          <li key={entry.record.id}>
            <Link to={entryPath(entry)} className={recordRow}>
              <RecordWords
                sign={entry.kind === "event" ? entry.record.type : entry.kind}
                title={title}
                details={joined([child?.name, details])}
                aside={formatDate(date, date_format, i18n.locale)}
              />
            </Link>
          </li>
        );
      })}
    </RecordList>
  );
}
