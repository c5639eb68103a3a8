import { useEffect, useRef, type ReactNode } from "react";
import classes from "./page.module.css";

interface PageProps {
  /** What the tab of the browser says; never anything of the record. */
  title: string;
  width: "page" | "reading" | "form";
  children: ReactNode;
}

// The browser itself places the focus on the first page.
let firstPage = true;

/** The main part of a page: its width and the title of the document. */
export function Page({ title, width, children }: PageProps) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · Trajectory`;
  }, [title]);
  useEffect(() => {
    // A new page begins at its top, for the eye, and with its heading for a screen reader.
    if (!firstPage) {
      window.scrollTo(0, 0);
      // Where a page has a field that everybody fills first, the focus is there already.
      if (main.current?.contains(document.activeElement) === false) {
        const heading = main.current.querySelector("h1");
        heading?.setAttribute("tabindex", "-1");
        (heading ?? main.current).focus({ preventScroll: true });
      }
    }
    firstPage = false;
  }, []);
  return (
    <main ref={main} id="content" className={classes.page} data-width={width} tabIndex={-1}>
      {children}
    </main>
  );
}
