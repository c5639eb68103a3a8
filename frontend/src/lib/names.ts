import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useAccount } from "../api/account";
import { membersQuery } from "../api/family";

/** What to call the people of a family, also those who have left it. */
export function useNames(
  familyId: string | undefined,
): (userId: string | null | undefined) => string {
  const { t } = useLingui();
  const { id } = useAccount();
  const members = useQuery({
    ...membersQuery(familyId ?? ""),
    enabled: familyId !== undefined,
  }).data;
  return (userId) => {
    if (userId === null || userId === undefined) {
      return t({ message: "Trajectory", comment: "The service itself did it" });
    }
    if (userId === id) {
      return t`You`;
    }
    const name = members?.find(({ user_id }) => user_id === userId)?.name;
    return name ?? t`Somebody who has left`;
  };
}
