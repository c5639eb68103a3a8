import { useEffect, useRef, type RefObject } from "react";
import classes from "./tabs.module.css";

/** The look of a row of tabs that are links; a narrow screen scrolls it sideways. */
export const tabs = { row: classes.tabs ?? "", tab: classes.tab ?? "" };

/** Brings the tab of the page into sight, each time that another page is shown. */
export function useCurrentTabInSight(page: string): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row.current !== null && current != null) {
      row.current.scrollLeft =
        current.offsetLeft - (row.current.clientWidth - current.offsetWidth) / 2;
    }
  }, [page]);
  return row;
}
