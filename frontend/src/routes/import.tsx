import { Trans } from "@lingui/react/macro";
import { useNavigate } from "react-router";
import { ImportPage } from "../features/transfer/import-page";
import { Back } from "./back";
import { NoFamily } from "./no-family";
import { paths } from "./paths";
import { useFamily } from "./use-family";

export function Component() {
  const navigate = useNavigate();
  const { familyId, choice } = useFamily();
  return familyId === null ? (
    <NoFamily />
  ) : (
    <ImportPage
      familyId={familyId}
      choice={choice}
      jobPath={(jobId) => paths.importJob(familyId, jobId)}
      newChildPath={paths.newChild(familyId)}
      onRead={({ id }) => void navigate(paths.importJob(familyId, id))}
      back={
        <Back to={`${paths.family}?family=${familyId}`}>
          <Trans>Family</Trans>
        </Back>
      }
    />
  );
}
