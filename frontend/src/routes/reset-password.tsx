import { useLocation } from "react-router";
import { ResetPasswordPage } from "../features/auth/reset-password-page";
import { forgetFragment, takeFragment } from "../lib/fragment";
import { paths } from "./paths";

export function Component() {
  const { key } = useLocation();
  return (
    <ResetPasswordPage
      key={key}
      token={takeFragment(paths.resetPassword)}
      signInPath={paths.signIn}
      onUsed={() => {
        forgetFragment(paths.resetPassword);
      }}
    />
  );
}
