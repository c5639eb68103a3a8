import classes from "./back-link.module.css";

/** The look of the link at the top of a page that leads to where the page belongs. */
export const backLink = classes.back ?? "";
