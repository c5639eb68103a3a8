import { Trans } from "@lingui/react/macro";
import { useNavigate, useParams } from "react-router";
import { EditEventPage } from "../features/events/edit-event-page";
import { Back } from "./back";
import { param, paths } from "./paths";

export function Component() {
  const navigate = useNavigate();
  const params = useParams();
  const childId = param(params, "childId");
  const eventId = param(params, "eventId");
  const page = paths.event(childId, eventId);
  return (
    <EditEventPage
      childId={childId}
      eventId={eventId}
      back={
        <Back to={page}>
          <Trans>Back without saving</Trans>
        </Back>
      }
      onSaved={() => void navigate(page, { replace: true })}
      onDeleted={() => void navigate(paths.childEvents(childId), { replace: true })}
    />
  );
}
