import { Skeleton, Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { homeQuery } from "../../api/record";
import { useProblemSentence } from "../../lib/problems";
import { useIllnessTypeName } from "../../lib/record-words";
import { useToday } from "../../lib/use-today";
import { useVaccines } from "../../lib/vaccines";
import { Chips } from "../../ui/chips";
import { Notice } from "../../ui/notice";
import { RecordIcon, type RecordSign } from "../../ui/record-icon";
import { Sheet } from "../../ui/sheet";
import classes from "./quick-add.module.css";

export interface QuickAddPaths {
  visit: (childId: string) => string;
  measurement: (childId: string) => string;
  illness: (childId: string) => string;
  temperature: (childId: string) => string;
  medicine: (childId: string) => string;
  vaccine: (childId: string) => string;
  document: (childId: string) => string;
}

interface QuickAddProps {
  familyId: string;
  /** The child that was looked at last. */
  childId: string | null;
  paths: QuickAddPaths;
  onChild: (childId: string) => void;
  onClose: () => void;
}

// What goes round most: the type is one tap, and the form is ready to be saved.
const commonTypes = ["fever", "cold", "stomach_bug"] as const;

/** What can be entered for a child, from anywhere. */
export function QuickAdd({ familyId, childId, paths, onChild, onClose }: QuickAddProps) {
  const { t } = useLingui();
  const problem = useProblemSentence();
  const typeName = useIllnessTypeName();
  const home = useQuery(homeQuery(useQueryClient(), familyId, useToday()));
  const [chosen, setChosen] = useState(childId);
  const children = (home.data?.children ?? []).filter(({ archived }) => !archived);
  const child = children.find(({ id }) => id === chosen) ?? children[0];
  const actions: { sign: RecordSign; label: string; path: (childId: string) => string }[] = [
    { sign: "temperature", label: t`Temperature`, path: paths.temperature },
    { sign: "medication", label: t`Medicine given`, path: paths.medicine },
    { sign: "measurement", label: t`Measurement`, path: paths.measurement },
    { sign: "visit", label: t`Visit`, path: paths.visit },
    { sign: "vaccine", label: t`Vaccine`, path: paths.vaccine },
    { sign: "illness", label: t`Illness`, path: paths.illness },
    { sign: "attachment", label: t`Document`, path: paths.document },
  ];
  return (
    <Sheet title={<Trans>Add</Trans>} onClose={onClose}>
      {home.data === undefined ? (
        home.isError ? (
          <Notice tone="look" role="alert">
            {problem(home.error)}
          </Notice>
        ) : (
          <Skeleton height="var(--chart-height)" />
        )
      ) : home.data.family.role === "viewer" ? (
        <Text>
          <Trans>You can look at this family's record, but not add to it. Ask an owner.</Trans>
        </Text>
      ) : child === undefined ? (
        <Text>
          <Trans>Add a child first: everything is kept for a child.</Trans>
        </Text>
      ) : (
        <Stack gap="lg">
          {children.length > 1 && (
            <Chips
              label={t`For whom?`}
              data={children.map(({ id, name }) => ({ value: id, label: name }))}
              value={[child.id]}
              onChange={(ids) => {
                const other = ids.find((id) => id !== child.id) ?? child.id;
                setChosen(other);
                onChild(other);
              }}
            />
          )}
          <ul className={classes.actions}>
            {actions.map(({ sign, label, path }) => (
              <li key={sign}>
                <Link to={path(child.id)} className={classes.action ?? ""} onClick={onClose}>
                  <RecordIcon sign={sign} />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
          <div>
            <Text fw={600} mb="xs" id="goes-round">
              <Trans>Just fell ill with</Trans>
            </Text>
            <div className={classes.types} role="group" aria-labelledby="goes-round">
              {commonTypes.map((type) => (
                <Link
                  key={type}
                  to={paths.illness(child.id)}
                  state={{ type }}
                  className={classes.type ?? ""}
                  onClick={onClose}
                >
                  {typeName(type)}
                </Link>
              ))}
            </div>
          </div>
          <Vaccines
            last={
              home.data.last_and_next.find(({ child_id }) => child_id === child.id)?.last_vaccine
                ?.vaccine?.cvx ?? null
            }
            path={paths.vaccine(child.id)}
            onClose={onClose}
          />
        </Stack>
      )}
    </Sheet>
  );
}

interface VaccinesProps {
  /** The code of the newest dose: the next of a series is often the same. */
  last: string | null;
  path: string;
  onClose: () => void;
}

const MOST_VACCINES = 6;

/** The likely vaccines: one tap, and the form is ready to be saved. */
function Vaccines({ last, path, onClose }: VaccinesProps) {
  const { vaccines: products } = useVaccines();
  const likely = [
    ...products.filter(({ cvx }) => cvx === last),
    ...products.filter(({ cvx, usual }) => cvx !== last && usual === "routine"),
  ].slice(0, MOST_VACCINES);
  return (
    likely.length > 0 && (
      <div>
        <Text fw={600} mb="xs" id="vaccinated">
          <Trans>Vaccinated today with</Trans>
        </Text>
        <div className={classes.types} role="group" aria-labelledby="vaccinated">
          {likely.map(({ cvx, name }) => (
            <Link
              key={cvx}
              to={path}
              // The code of a list, and nothing of the record.
              state={{ cvx }}
              className={classes.type ?? ""}
              onClick={onClose}
            >
              {name}
            </Link>
          ))}
        </div>
      </div>
    )
  );
}
