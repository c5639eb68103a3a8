import { useLocation, useNavigate } from "react-router";
import { savedState } from "../features/growth/saved-notice";
import { paths } from "./paths";

/** Closing the form leaves the growth tab as it was; saving tells it what was saved. */
export function useBackToGrowth(childId: string) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const to = { pathname: paths.growth(childId), search };
  return {
    onClose: () => void navigate(to, { replace: true }),
    onSaved: (measurementId: string) =>
      void navigate(to, { replace: true, state: savedState(measurementId) }),
  };
}
