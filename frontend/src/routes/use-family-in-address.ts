import { useLocation, useMatch } from "react-router";

/** The family that the page is about, as the search part of an address; empty where it names none. */
export function useFamilyInAddress(): string {
  const inPath = useMatch("/families/:familyId/*")?.params.familyId;
  const { search } = useLocation();
  const family = inPath ?? new URLSearchParams(search).get("family");
  return family == null ? "" : `?family=${encodeURIComponent(family)}`;
}
