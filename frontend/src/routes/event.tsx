import { Trans } from "@lingui/react/macro";
import { useParams, type LoaderFunctionArgs } from "react-router";
import { queryClient } from "../api/query-client";
import { EventPage } from "../features/events/event-page";
import { eventQuery } from "../features/events/queries";
import { Back } from "./back";
import { param, paths } from "./paths";
import { RecordExtras } from "./record-extras";
import { loadOverview } from "./persons-today";

export function loader({ params }: LoaderFunctionArgs) {
  const childId = param(params, "childId");
  loadOverview(childId).catch(() => undefined);
  queryClient.query(eventQuery(childId, param(params, "eventId"))).catch(() => undefined);
  return null;
}

export function Component() {
  const params = useParams();
  const childId = param(params, "childId");
  const eventId = param(params, "eventId");
  return (
    <EventPage
      key={eventId}
      childId={childId}
      eventId={eventId}
      back={
        <Back to={paths.childEvents(childId)}>
          <Trans>Vaccines and events</Trans>
        </Back>
      }
      extras={(mayEdit) => <RecordExtras childId={childId} recordId={eventId} mayEdit={mayEdit} />}
      paths={{
        edit: paths.editEvent(childId, eventId),
        visit: (visitId) => paths.visit(childId, visitId),
      }}
    />
  );
}
