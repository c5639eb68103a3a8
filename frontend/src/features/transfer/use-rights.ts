import { useQuery } from "@tanstack/react-query";
import { useLingui } from "@lingui/react/macro";
import { useAccount } from "../../api/account";
import { familyQuery, membersQuery } from "../../api/family";

/** Why I cannot import into a family: null where I can, undefined before that is known. */
export function useWhyNoImport(familyId: string): string | null | undefined {
  const { t } = useLingui();
  const { id } = useAccount();
  const family = useQuery(familyQuery(familyId)).data;
  const members = useQuery(membersQuery(familyId)).data;
  if (family === undefined || members === undefined) {
    return undefined;
  }
  if (family.role === "viewer") {
    return t`You can look at this family, but not add to it. Ask an owner to import the file.`;
  }
  return members.find(({ user_id }) => user_id === id)?.only_children == null
    ? null
    : t`You see only some of the children. An import is for somebody who sees all of them.`;
}
