import { useLocation } from "react-router";
import { VerifyEmailPage } from "../features/auth/verify-email-page";
import { takeFragment } from "../lib/fragment";
import { paths } from "./paths";

export function Component() {
  // Another link opened in the same tab is another location, and another secret.
  useLocation();
  const token = takeFragment(paths.verifyEmail);
  return (
    <VerifyEmailPage
      key={token}
      token={token}
      startPath={paths.start}
      settingsPath={paths.settings}
    />
  );
}
