import { Trans } from "@lingui/react/macro";
import { useParams } from "react-router";
import { ImportJobPage } from "../features/transfer/import-job-page";
import { Back } from "./back";
import { NoFamily } from "./no-family";
import { param, paths } from "./paths";
import { useFamily } from "./use-family";

export function Component() {
  const params = useParams();
  const { familyId } = useFamily();
  return familyId === null ? (
    <NoFamily />
  ) : (
    <ImportJobPage
      familyId={familyId}
      jobId={param(params, "jobId")}
      importsPath={paths.imports(familyId)}
      homePath={paths.home(familyId)}
      back={
        <Back to={paths.imports(familyId)}>
          <Trans>All imports</Trans>
        </Back>
      }
    />
  );
}
