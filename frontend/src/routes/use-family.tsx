import { useSearchParams } from "react-router";
import type { ReactNode } from "react";
import { useAccount } from "../api/account";
import { FamilyChoice } from "../features/families/family-choice";

/** The family that a page is about: the one in its address, or the first. */
export function useFamily(): { familyId: string | null; choice: ReactNode } {
  const [params, setParams] = useSearchParams();
  const { family_ids } = useAccount();
  const familyId = params.get("family") ?? family_ids[0] ?? null;
  const choice = familyId !== null && (
    <FamilyChoice
      familyId={familyId}
      onChange={(family) => {
        setParams({ family }, { replace: true });
      }}
    />
  );
  return { familyId, choice };
}
