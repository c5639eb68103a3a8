import type { ReactNode } from "react";
import { Link } from "react-router";
import { backLink } from "../ui/back-link";
import { ChevronLeftIcon } from "../ui/icons";

/** Leads from a page to where it belongs. */
export function Back({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={backLink}>
      <ChevronLeftIcon />
      {children}
    </Link>
  );
}
