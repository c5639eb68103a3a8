import { useParams } from "react-router";
import { useAccount } from "../api/account";
import { AdminPage, type Section } from "../features/admin/admin-page";
import { NotFound } from "./not-found";
import { paths } from "./paths";

const SECTIONS: readonly Section[] = ["overview", "people", "families", "mail", "acts"];

/** For anybody else this page does not exist; the API refuses them in any case. */
export function Component() {
  const { role } = useAccount();
  const { section = "overview" } = useParams();
  const known = SECTIONS.find((each) => each === section);
  return role !== "admin" || known === undefined ? (
    <NotFound />
  ) : (
    <AdminPage
      section={known}
      sectionPath={(each) => (each === "overview" ? paths.admin : `${paths.admin}/${each}`)}
    />
  );
}
