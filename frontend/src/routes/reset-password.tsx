import { useLocation } from "react-router";
import { ResetPasswordPage } from "../features/auth/reset-password-page";
import { takeFragment } from "../lib/fragment";
import { paths } from "./paths";

export function Component() {
  // Another link opened in the same tab is another location, and another secret.
  useLocation();
  const token = takeFragment(paths.resetPassword);
  return <ResetPasswordPage key={token} token={token} signInPath={paths.signIn} />;
}
