import { useLocation, useNavigate, useSearchParams } from "react-router";
import { SignInPage } from "../features/auth/sign-in-page";
import { ownPath } from "../lib/own-path";
import { paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const state: unknown = useLocation().state;
  const ended =
    typeof state === "object" && state !== null && "ended" in state ? state.ended : null;
  const next = params.get("next");
  return (
    <SignInPage
      ended={ended !== null}
      signUpPath={next === paths.invite ? `${paths.signUp}?${params.toString()}` : paths.signUp}
      resetPath={paths.resetPassword}
      onSignedIn={({ id }) => {
        // The place where somebody else's session ended is none of mine.
        const to = ended === null || ended === id ? next : null;
        void navigate(ownPath(to, paths.start), { replace: true });
      }}
    />
  );
}
