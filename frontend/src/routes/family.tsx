import { useNavigate } from "react-router";
import { FamilyPage } from "../features/families/family-page";
import { NoFamily } from "./no-family";
import { paths } from "./paths";
import { useFamily } from "./use-family";

export function Component() {
  const navigate = useNavigate();
  const { familyId, choice } = useFamily();
  return familyId === null ? (
    <NoFamily />
  ) : (
    <FamilyPage
      familyId={familyId}
      choice={choice}
      exportPath={paths.exports(familyId)}
      importPath={paths.imports(familyId)}
      auditPath={`${paths.familyAudit}?family=${familyId}`}
      onGone={() => void navigate(paths.start, { replace: true })}
    />
  );
}
