import { useLoaderData, useLocation, useNavigate } from "react-router";
import { isSignedIn } from "../api/session";
import { InvitePage } from "../features/families/invite-page";
import { forgetFragment, takeFragment } from "../lib/fragment";
import { paths } from "./paths";
import { useSignOut } from "./use-sign-out";

export async function loader() {
  return { signedIn: await isSignedIn() };
}

const back = `?next=${encodeURIComponent(paths.invite)}`;

export function Component() {
  const navigate = useNavigate();
  const { signedIn } = useLoaderData<typeof loader>();
  // Another link opened in the same tab is another location, and another invitation.
  useLocation();
  const leave = useSignOut(() => navigate(paths.signIn + back, { replace: true }));
  const token = takeFragment(paths.invite);
  return (
    <>
      {leave.dialog}
      <InvitePage
        key={token}
        token={token}
        signedIn={signedIn}
        paths={{ start: paths.start, signIn: paths.signIn + back, signUp: paths.signUp + back }}
        onSwitch={leave.signOut}
        switchProblem={leave.error}
        onAccepted={async ({ id }) => {
          await navigate(paths.home(id), { replace: true });
          forgetFragment(paths.invite);
        }}
      />
    </>
  );
}
