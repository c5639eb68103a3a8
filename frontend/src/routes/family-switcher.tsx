import { NativeSelect } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { useAccount } from "../api/account";
import { familiesQuery } from "../api/record";
import { paths } from "./paths";
import classes from "./family-switcher.module.css";

/** For somebody who belongs to several families: which one the pages are about. */
export function FamilySwitcher({ familyId }: { familyId: string | null }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const several = useAccount().family_ids.length > 1;
  const families = useQuery({ ...familiesQuery, enabled: several }).data;
  return !several || families === undefined ? null : (
    <NativeSelect
      className={classes.switcher}
      size="sm"
      aria-label={t`Family`}
      value={familyId ?? ""}
      onChange={({ currentTarget }) => void navigate(paths.home(currentTarget.value))}
      data={families.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
