import { useLocation, useNavigate, useSearchParams } from "react-router";
import { SignInPage } from "../features/auth/sign-in-page";
import { paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const state: unknown = useLocation().state;
  const ended = typeof state === "object" && state !== null && "ended" in state;
  return (
    <SignInPage
      ended={ended}
      signUpPath={paths.signUp}
      onSignedIn={() => void navigate(ownPath(params.get("next")), { replace: true })}
    />
  );
}

/** Only a path of this app: a link must not send somebody who signs in to another site. */
function ownPath(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : paths.start;
}
