import { Trans } from "@lingui/react/macro";
import { useHotkeys } from "@mantine/hooks";
import { skipToken, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useLocation, useParams } from "react-router";
import { useAccount } from "../api/account";
import { keys } from "../api/keys";
import type { Child } from "../api/types";
import { PlusIcon } from "../ui/icons";
import { paths } from "./paths";
import { lastPlace, rememberPlace } from "./place";
import classes from "./quick-add-button.module.css";

const QuickAdd = lazy(async () => ({
  default: (await import("../features/quick-add/quick-add")).QuickAdd,
}));

/** The family that this page is about, or the one looked at last. */
export function usePlace(): { familyId: string | null; childId: string | null } {
  const { id, family_ids } = useAccount();
  const params = useParams();
  const childId = params.childId ?? null;
  // The page of the child brings the child along.
  const child = useQuery<Child>({
    queryKey: keys.child(childId ?? ""),
    queryFn: skipToken,
  }).data;
  const familyId = params.familyId ?? child?.family_id ?? null;
  useEffect(() => {
    rememberPlace(id, {
      ...(familyId === null ? {} : { familyId }),
      ...(childId === null ? {} : { childId }),
    });
  }, [id, familyId, childId]);
  const last = lastPlace(id);
  const family = familyId ?? last.familyId;
  return {
    familyId: family_ids.find((each) => each === family) ?? family_ids[0] ?? null,
    childId: childId ?? last.childId,
  };
}

/** The button that adds something from anywhere; `n` does the same. */
export function QuickAddButton({
  familyId,
  childId,
}: {
  familyId: string;
  childId: string | null;
}) {
  const { id } = useAccount();
  // A shortcut of the installed app leads here.
  const [open, setOpen] = useState(useLocation().hash === "#add");
  useHotkeys([
    [
      "n",
      () => {
        setOpen(true);
      },
    ],
  ]);
  return (
    <>
      <div className={classes.room} />
      <button
        type="button"
        className={classes.add}
        aria-keyshortcuts="n"
        onClick={() => {
          setOpen(true);
        }}
      >
        <PlusIcon />
        <Trans>Add</Trans>
      </button>
      {open && (
        <Suspense>
          <QuickAdd
            familyId={familyId}
            childId={childId}
            paths={{
              visit: paths.newVisit,
              measurement: paths.newMeasurement,
              illness: paths.newIllness,
              temperature: paths.newTemperature,
              medicine: paths.newMedicine,
              document: paths.documents,
              vaccine: (child) => paths.newEvent(child, "vaccine"),
            }}
            onChild={(child) => {
              rememberPlace(id, { childId: child });
            }}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
