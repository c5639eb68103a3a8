import { useLingui } from "@lingui/react/macro";
import type { FamilyRole } from "../../api/types";
import { useRoleWords } from "../../lib/record-kinds";
import { Choice } from "../../ui/choice";

interface RoleChoiceProps {
  value: FamilyRole;
  error?: string | undefined;
  onChange: (role: FamilyRole) => void;
}

export function RoleChoice({ value, error, onChange }: RoleChoiceProps) {
  const { t } = useLingui();
  const words = useRoleWords();
  const explained = useRoleExplanation();
  return (
    <Choice<FamilyRole>
      label={t`Role`}
      description={explained(value)}
      error={error}
      value={value}
      onChange={onChange}
      data={(["parent", "viewer", "owner"] as const).map((role) => ({
        value: role,
        label: words(role),
      }))}
    />
  );
}

/** What each role may do, in a sentence. */
export function useRoleExplanation(): (role: FamilyRole) => string {
  const { t } = useLingui();
  return (role) =>
    ({
      owner: t`Adds and changes entries, invites others, and decides about members.`,
      parent: t`Adds and changes entries.`,
      viewer: t`Looks at the record and changes nothing. Good for grandparents.`,
    })[role];
}
