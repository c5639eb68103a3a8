import { Trans } from "@lingui/react/macro";
import { ExportPage } from "../features/transfer/export-page";
import { Back } from "./back";
import { NoFamily } from "./no-family";
import { paths } from "./paths";
import { useFamily } from "./use-family";

export function Component() {
  const { familyId, choice } = useFamily();
  return familyId === null ? (
    <NoFamily />
  ) : (
    <ExportPage
      familyId={familyId}
      choice={choice}
      importsPath={paths.imports(familyId)}
      back={
        <Back to={`${paths.family}?family=${familyId}`}>
          <Trans>Family</Trans>
        </Back>
      }
    />
  );
}
