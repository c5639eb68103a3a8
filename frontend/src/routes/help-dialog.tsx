import { Stack, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Sheet } from "../ui/sheet";
import classes from "./help-dialog.module.css";

/** What the keyboard does. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const keys = [
    { key: "/", does: t`Search` },
    { key: "n", does: t`Add something` },
    { key: "?", does: t`This help` },
    { key: "Tab", does: t`Go on to the next field, link or button` },
    { key: "Esc", does: t`Close a form or menu` },
  ];
  return (
    <Sheet title={<Trans>Keyboard</Trans>} onClose={onClose}>
      <Stack gap="md">
        <Text c="dimmed">
          <Trans>The whole app works without a mouse.</Trans>
        </Text>
        <dl className={classes.keys}>
          {keys.map(({ key, does }) => (
            <div key={key} className={classes.row}>
              <dt>
                <kbd className={classes.key}>{key}</kbd>
              </dt>
              <dd className={classes.does}>{does}</dd>
            </div>
          ))}
        </dl>
      </Stack>
    </Sheet>
  );
}
