import { useNavigate, useSearchParams } from "react-router";
import { SignUpPage } from "../features/auth/sign-up-page";
import { keptFragment } from "../lib/fragment";
import { ownPath } from "../lib/own-path";
import { paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const next = params.get("next");
  const invited = next === paths.invite ? keptFragment(paths.invite) : "";
  return (
    <SignUpPage
      invite={invited === "" ? null : invited}
      signInPath={invited === "" ? paths.signIn : `${paths.signIn}?${params.toString()}`}
      onSignedUp={() => void navigate(ownPath(next, paths.start), { replace: true })}
    />
  );
}
