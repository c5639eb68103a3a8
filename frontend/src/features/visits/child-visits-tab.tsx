import { Button, Group, NativeSelect, Stack } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { usePreferences } from "../../api/account";
import { childQuery, useMayEdit } from "../../api/family";
import { addDays, today } from "../../lib/dates";
import { CalendarIcon, PlusIcon } from "../../ui/icons";
import { State } from "../../ui/state";
import { useFilters, visitTypes } from "./filters";
import { visitsQuery } from "./queries";
import { ComingVisits, VisitList } from "./visit-list";
import classes from "./visits-page.module.css";
import type { VisitPaths } from "./visits-page";
import { useVisitType } from "./words";

/** The visits of one child. */
export function ChildVisitsTab({ childId, paths }: { childId: string; paths: VisitPaths }) {
  const { t } = useLingui();
  const { time_zone } = usePreferences();
  const [{ type }, change] = useFilters();
  const typeName = useVisitType();
  const mayEdit = useMayEdit(useQuery(childQuery(childId)).data?.family_id);
  const now = today(time_zone);
  const whose = { kind: "child", childId } as const;
  const asked = { child: "", type, from: "", to: "", sort: "-date" } as const;
  const visitPath = ({ id }: { id: string }) => paths.visit(childId, id);
  return (
    <Stack gap="lg" className={classes.page}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <NativeSelect
          aria-label={t`Type`}
          value={type}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            change({ type: visitTypes.find((each) => each === value) ?? "" });
          }}
          data={[
            { value: "", label: t`All types` },
            ...visitTypes.map((each) => ({ value: each, label: typeName(each) })),
          ]}
        />
        {mayEdit && (
          <Button component={Link} to={paths.newVisit(childId)} leftSection={<PlusIcon />}>
            <Trans>Add visit</Trans>
          </Button>
        )}
      </Group>
      <ComingVisits
        query={visitsQuery(whose, { ...asked, from: now, sort: "date" })}
        childrenById={null}
        visitPath={visitPath}
      />
      <VisitList
        query={visitsQuery(whose, { ...asked, to: addDays(now, -1) })}
        childrenById={null}
        visitPath={visitPath}
        empty={
          <State icon={<CalendarIcon />} title={<Trans>No visits so far</Trans>}>
            <Trans>
              Add check-ups, sick visits and appointments, and find again what was said there.
            </Trans>
          </State>
        }
      />
    </Stack>
  );
}
