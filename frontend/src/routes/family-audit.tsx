import { AuditPage } from "../features/families/audit-page";
import { NoFamily } from "./no-family";
import { historyOf } from "./record-paths";
import { paths } from "./paths";
import { useFamily } from "./use-family";

export function Component() {
  const { familyId, choice } = useFamily();
  return familyId === null ? (
    <NoFamily />
  ) : (
    <AuditPage
      familyId={familyId}
      choice={choice}
      familyPath={`${paths.family}?family=${familyId}`}
      historyPath={historyOf}
    />
  );
}
