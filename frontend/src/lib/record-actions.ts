import { useLingui } from "@lingui/react/macro";
import type { HistoryAction } from "../api/types";

/** What was done to a record. */
export function useActionWords(): (action: HistoryAction) => string {
  const { t } = useLingui();
  return (action) =>
    ({
      created: t`Added`,
      changed: t`Changed`,
      deleted: t`Deleted`,
      restored: t`Brought back`,
      avatar_set: t`Picture set`,
      avatar_removed: t`Picture removed`,
      accepted: t`Accepted`,
    })[action];
}
