import { useNavigate } from "react-router";
import { SignUpPage } from "../features/auth/sign-up-page";
import { paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  return (
    <SignUpPage
      signInPath={paths.signIn}
      onSignedUp={() => void navigate(paths.start, { replace: true })}
    />
  );
}
