import { UnstyledButton } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { Growth } from "../../api/types";
import { latestOf, measures, pointOf, type Measure } from "./measures";
import classes from "./measure-tiles.module.css";
import { ValueWords } from "./value-words";
import { Reading, useMeasureName } from "./words";

interface MeasureTilesProps {
  growth: Growth;
  ageDays: number;
  measure: Measure;
  onChoose: (measure: Measure) => void;
}

/** The latest of each measure; the chosen one is charted below. */
export function MeasureTiles({ growth, ageDays, measure, onChoose }: MeasureTilesProps) {
  const { t } = useLingui();
  const name = useMeasureName();
  return (
    <div className={classes.tiles} role="group" aria-label={t`What the chart shows`}>
      {measures.map((each) => {
        const latest = latestOf(growth, each);
        const point = latest && pointOf(latest, each);
        return (
          <UnstyledButton
            key={each}
            className={classes.tile}
            aria-pressed={each === measure}
            onClick={() => {
              onChoose(each);
            }}
          >
            <span className={classes.name}>{name(each, ageDays)}</span>
            {latest && point ? (
              <>
                <span className={classes.value}>
                  <ValueWords measurement={latest.measurement} measure={each} point={point} />
                </span>
                <span className={classes.reading}>
                  <Reading point={point} />
                </span>
              </>
            ) : (
              <span className={classes.reading}>
                <Trans>nothing yet</Trans>
              </span>
            )}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
