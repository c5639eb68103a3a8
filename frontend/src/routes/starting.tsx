import { Loader } from "@mantine/core";
import classes from "./starting.module.css";

/** Before the first page is known. */
export function Starting() {
  return (
    <div className={classes.starting}>
      <Loader type="dots" />
    </div>
  );
}
