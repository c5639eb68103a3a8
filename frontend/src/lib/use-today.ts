import { usePreferences } from "../api/account";
import { today } from "./dates";

/** Today where the person is. */
export function useToday(): string {
  return today(usePreferences().time_zone);
}
