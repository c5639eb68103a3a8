import { useLingui } from "@lingui/react/macro";
import type { HistoryAction } from "../api/types";

/** What was done, as it stands after a name: "Sam, changed". */
export function useActionWords(): (action: HistoryAction) => string {
  const { t } = useLingui();
  return (action) =>
    ({
      created: t({ message: "added", comment: "After a name: Sam, added" }),
      changed: t({ message: "changed", comment: "After a name: Sam, changed" }),
      deleted: t({ message: "removed", comment: "After a name: Sam, removed" }),
      restored: t({ message: "brought back", comment: "After a name: Sam, brought back" }),
      avatar_set: t({ message: "set the picture", comment: "After a name" }),
      avatar_removed: t({ message: "removed the picture", comment: "After a name" }),
      accepted: t({ message: "accepted", comment: "After a name: Sam, accepted" }),
    })[action];
}
