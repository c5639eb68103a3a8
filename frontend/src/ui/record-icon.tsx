import type { ReactNode } from "react";
import { Icon } from "./icons";
import classes from "./record-icon.module.css";

/** The kinds of things in a record, each with its own sign and colour. */
export type RecordSign =
  | "visit"
  | "measurement"
  | "illness"
  | "temperature"
  | "vaccine"
  | "medication"
  | "allergy"
  | "condition"
  | "procedure"
  | "test"
  | "hospital_stay"
  | "attachment";

/** Repeats in a sign and a colour what the words beside it say. */
export function RecordIcon({ sign }: { sign: RecordSign }) {
  return (
    <span className={classes.icon} data-kind={sign}>
      <Icon>{shapes[sign]}</Icon>
    </span>
  );
}

const shapes: Record<RecordSign, ReactNode> = {
  visit: <path d="M6 4v5a5 5 0 0 0 10 0V4M11 14v2a4.5 4.5 0 0 0 9 0v-3M4.5 4H7M15 4h2.5" />,
  measurement: <path d="M4 20 20 4M7.5 16.5l2 2M10.5 13.5l2.5 2.5M14 10l2 2M17 7l2.5 2.5" />,
  illness: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M8.5 16c2-2.2 5-2.2 7 0M9 9.5v.5M15 9.5v.5" />
    </>
  ),
  temperature: <path d="M10 14V5.5a2.2 2.2 0 0 1 4.4 0V14a4 4 0 1 1-4.4 0zM12.2 9v7" />,
  vaccine: <path d="m14.5 4 5.5 5.5M17 6.5 9 14.5 6 18l3.5-3 8-8M4 20l2-2M10 9l5 5M12 7l5 5" />,
  medication: (
    <>
      <path d="m5.8 12.6 6.8-6.8a4 4 0 0 1 5.6 5.6l-6.8 6.8a4 4 0 0 1-5.6-5.6z" />
      <path d="m9.2 9.2 5.6 5.6" />
    </>
  ),
  allergy: <path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.2" />,
  condition: (
    <path d="M12 20s-7.5-4.6-7.5-10.2A4.1 4.1 0 0 1 12 7.4a4.1 4.1 0 0 1 7.5 2.4C19.5 15.4 12 20 12 20z" />
  ),
  procedure: <path d="M4 15.5h16M7 15.5V11a5 5 0 0 1 10 0v4.5M5.5 20h13M12 6V3.5" />,
  test: (
    <path d="M9.5 3.5h5M10.5 3.5V10l-5 8a1.7 1.7 0 0 0 1.4 2.5h10.2a1.7 1.7 0 0 0 1.4-2.5l-5-8V3.5M8 15h8" />
  ),
  hospital_stay: (
    <path d="M5 20V6a1.5 1.5 0 0 1 1.5-1.5h11A1.5 1.5 0 0 1 19 6v14M3.5 20h17M12 8v5M9.5 10.5h5M10 20v-3.5h4V20" />
  ),
  attachment: (
    <path d="M7 3.5h7l4 4V20a.5.5 0 0 1-.5.5h-10A1.5 1.5 0 0 1 6 19V5a1.5 1.5 0 0 1 1-1.5zM13.5 3.5V8H18M9 12.5h6M9 16h6" />
  ),
};
