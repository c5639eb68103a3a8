import { useLoaderData, useLocation, useNavigate } from "react-router";
import { isSignedIn, signOut } from "../api/session";
import { InvitePage } from "../features/families/invite-page";
import { forgetFragment, takeFragment } from "../lib/fragment";
import { paths } from "./paths";

export async function loader() {
  return { signedIn: await isSignedIn() };
}

const back = `?next=${encodeURIComponent(paths.invite)}`;

export function Component() {
  const navigate = useNavigate();
  const { signedIn } = useLoaderData<typeof loader>();
  // Another link opened in the same tab is another location, and another invitation.
  useLocation();
  const token = takeFragment(paths.invite);
  return (
    <InvitePage
      key={token}
      token={token}
      signedIn={signedIn}
      paths={{ start: paths.start, signIn: paths.signIn + back, signUp: paths.signUp + back }}
      onSwitch={async () => {
        await signOut();
        await navigate(paths.signIn + back, { replace: true });
      }}
      onAccepted={async ({ id }) => {
        await navigate(paths.home(id), { replace: true });
        forgetFragment(paths.invite);
      }}
    />
  );
}
