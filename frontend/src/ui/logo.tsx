import classes from "./logo.module.css";

/** The mark: a rising curve through its points. */
export function LogoMark() {
  return (
    <svg className={classes.mark} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className={classes.ground} width="32" height="32" rx="10" />
      <path className={classes.curve} d="M6.5 24.5C11 23.6 12.6 19.4 15.6 15.4S21.4 9.2 25.5 8" />
      <circle className={classes.dot} cx="25" cy="8.2" r="3" />
    </svg>
  );
}

/** The mark with the name; the name is not translated. */
export function Logo() {
  return (
    <span className={classes.logo}>
      <LogoMark />
      <span translate="no">Trajectory</span>
    </span>
  );
}
