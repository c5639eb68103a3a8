import { Trans } from "@lingui/react/macro";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import { NewEventPage } from "../features/events/new-event-page";
import { eventTypes } from "../lib/record-words";
import { Back } from "./back";
import { param, paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const childId = param(useParams(), "childId");
  const state: unknown = useLocation().state;
  const cvx = typeof state === "object" && state !== null && "cvx" in state ? state.cvx : null;
  const asked = useSearchParams()[0].get("type");
  return (
    <NewEventPage
      childId={childId}
      type={eventTypes.find((each) => each === asked) ?? "vaccine"}
      cvx={typeof cvx === "string" ? cvx : null}
      back={
        <Back to={paths.childEvents(childId)}>
          <Trans>Vaccines and events</Trans>
        </Back>
      }
      onType={(type) => void navigate(paths.newEvent(childId, type), { replace: true })}
      onSaved={(eventId) => void navigate(paths.event(childId, eventId), { replace: true })}
    />
  );
}
