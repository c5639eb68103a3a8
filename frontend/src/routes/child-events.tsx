import { useParams, type LoaderFunctionArgs } from "react-router";
import { queryClient } from "../api/query-client";
import { EventsTab } from "../features/events/events-tab";
import { childEventsQuery } from "../features/events/queries";
import { param, paths } from "./paths";
import { loadOverview } from "./persons-today";

export function loader({ params }: LoaderFunctionArgs) {
  const childId = param(params, "childId");
  loadOverview(childId).catch(() => undefined);
  queryClient.infiniteQuery(childEventsQuery(childId)).catch(() => undefined);
  return null;
}

export function Component() {
  const childId = param(useParams(), "childId");
  return (
    <EventsTab
      childId={childId}
      paths={{
        add: (type) => paths.newEvent(childId, type),
        event: (eventId) => paths.event(childId, eventId),
      }}
    />
  );
}
