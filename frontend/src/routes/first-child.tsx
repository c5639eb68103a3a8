import { useNavigate, useParams } from "react-router";
import { NewChildPage } from "../features/children/new-child-page";
import { param, paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const familyId = param(useParams(), "familyId");
  return (
    <NewChildPage
      first
      familyId={familyId}
      onAdded={() => void navigate(paths.home(familyId), { replace: true })}
    />
  );
}
