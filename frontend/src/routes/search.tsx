import { SearchPage } from "../features/search/search-page";
import { NoFamily } from "./no-family";
import { pageOf } from "./record-paths";
import { useFamily } from "./use-family";

export function Component() {
  const { familyId, choice } = useFamily();
  return familyId === null ? (
    <NoFamily />
  ) : (
    <SearchPage familyId={familyId} choice={choice} recordPath={pageOf} />
  );
}
