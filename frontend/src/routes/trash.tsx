import { TrashPage } from "../features/trash/trash-page";
import { NoFamily } from "./no-family";
import { useFamily } from "./use-family";

export function Component() {
  const { familyId, choice } = useFamily();
  return familyId === null ? <NoFamily /> : <TrashPage familyId={familyId} choice={choice} />;
}
