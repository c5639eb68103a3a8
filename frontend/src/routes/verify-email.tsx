import { useLocation } from "react-router";
import { VerifyEmailPage } from "../features/auth/verify-email-page";
import { takeFragment } from "../lib/fragment";
import { paths } from "./paths";

export function Component() {
  const { key } = useLocation();
  return (
    <VerifyEmailPage
      key={key}
      token={takeFragment(paths.verifyEmail)}
      startPath={paths.start}
      settingsPath={paths.settings}
    />
  );
}
