import { Button, Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { usePreferences } from "../api/account";
import { keys } from "../api/keys";
import type { Child } from "../api/types";
import { formatMoment } from "../lib/dates";
import type { DraftKind, Kept } from "../lib/drafts";
import { useProblemSentence } from "../lib/problems";
import { Notice } from "../ui/notice";
import { RecordIcon, type RecordSign } from "../ui/record-icon";
import { Sheet } from "../ui/sheet";
import classes from "./unsaved-dialog.module.css";

interface UnsavedDialogProps {
  unsaved: readonly Kept[];
  leaving: boolean;
  error: Error | null;
  onDiscard: () => void;
  onClose: () => void;
}

/** Before somebody signs out: what was typed and not saved, to save it or to let it go. */
export function UnsavedDialog({ unsaved, leaving, error, onDiscard, onClose }: UnsavedDialogProps) {
  const { i18n } = useLingui();
  const problem = useProblemSentence();
  const preferences = usePreferences();
  const queryClient = useQueryClient();
  const kindName = useKindName();
  return (
    <Sheet title={<Trans>Save or discard?</Trans>} onClose={onClose}>
      <Stack gap="lg">
        <Text>
          <Trans>
            Something that you entered is not saved yet. Signing out erases it from this device.
          </Trans>
        </Text>
        {error !== null && (
          <Notice tone="look" role="alert">
            {problem(error)}
          </Notice>
        )}
        <ul className={classes.list}>
          {unsaved.map((draft) => {
            const child = queryClient.getQueryData<Child>(keys.child(draft.about))?.name;
            const when = formatMoment(
              new Date(draft.savedAt).toISOString(),
              preferences,
              i18n.locale,
            );
            return (
              <li key={`${draft.kind} ${draft.about} ${draft.record}`}>
                <Link to={draft.path} className={classes.draft ?? ""} onClick={onClose}>
                  <RecordIcon sign={signs[draft.kind]} />
                  <span>
                    <span className={classes.name}>
                      {kindName(draft.kind)}
                      {child !== undefined && ` · ${child}`}
                    </span>
                    <span className={classes.when}>
                      <Trans>Entered {when}. Go there to save it.</Trans>
                    </span>
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
        <Stack gap="xs">
          <Button variant="light" color="apricot" fullWidth loading={leaving} onClick={onDiscard}>
            <Trans>Discard and sign out</Trans>
          </Button>
          <Button variant="subtle" color="gray" fullWidth disabled={leaving} onClick={onClose}>
            <Trans>Stay signed in</Trans>
          </Button>
        </Stack>
      </Stack>
    </Sheet>
  );
}

const signs: Record<DraftKind, RecordSign> = {
  visit: "visit",
  measurement: "measurement",
  illness: "illness",
  temperature: "temperature",
  medicine: "medication",
  event: "vaccine",
  file: "attachment",
  child: "condition",
};

function useKindName(): (kind: DraftKind) => string {
  const { t } = useLingui();
  return (kind) =>
    ({
      visit: t`Visit`,
      measurement: t`Measurement`,
      illness: t`Illness`,
      temperature: t`Temperature`,
      medicine: t`Medicine given`,
      event: t`Vaccine or event`,
      file: t`Title of a file`,
      child: t`Details of a child`,
    })[kind];
}
