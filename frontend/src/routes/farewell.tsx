import { FarewellPage } from "../features/auth/farewell-page";
import { paths } from "./paths";

export function Component() {
  return <FarewellPage signUpPath={paths.signUp} />;
}
