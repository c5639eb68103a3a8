import { useNavigate } from "react-router";
import { NameFamilyPage } from "../features/families/name-family-page";
import { paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  return (
    <NameFamilyPage onNamed={({ id }) => void navigate(paths.firstChild(id), { replace: true })} />
  );
}
