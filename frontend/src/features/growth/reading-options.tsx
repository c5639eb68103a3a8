import { NativeSelect, Stack, Switch, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { Growth } from "../../api/types";
import { daysEarly } from "../../lib/ages";
import { Fold } from "../../ui/fold";
import type { Choices } from "./choices";

interface ReadingOptionsProps {
  growth: Growth;
  choices: Choices;
  onChange: (change: Partial<Choices>) => void;
}

/** Which charts to read the child by; most families never need to open it. */
export function ReadingOptions({ growth, choices, onChange }: ReadingOptionsProps) {
  const { t } = useLingui();
  return (
    <Fold
      title={t`How this is read`}
      hint={
        choices.standard === "who" ? t`WHO at every age` : t`WHO under two years, CDC from then on`
      }
    >
      <Stack gap="md">
        <NativeSelect
          label={t`Growth charts`}
          description={t`What is usual differs by country. Ask your clinic which one it uses.`}
          value={choices.standard}
          onChange={({ currentTarget }) => {
            onChange({ standard: currentTarget.value === "who" ? "who" : "cdc_from_two" });
          }}
          data={[
            { value: "cdc_from_two", label: t`WHO under two years, CDC from then on` },
            { value: "who", label: t`WHO at every age` },
          ]}
        />
        {daysEarly(growth.child) > 0 && (
          <NativeSelect
            label={t`Corrected age`}
            description={t`Counted from the due date, as is usual for children who came early.`}
            value={choices.correction}
            onChange={({ currentTarget }) => {
              const value = currentTarget.value;
              onChange({
                correction: value === "never" || value === "until_three" ? value : "until_two",
              });
            }}
            data={[
              { value: "until_two", label: t`Until two years` },
              { value: "until_three", label: t`Until three years` },
              { value: "never", label: t`Do not correct` },
            ]}
          />
        )}
        <Switch
          label={t`Expert view`}
          description={t`Shows z-scores beside the centiles.`}
          checked={choices.expert}
          onChange={({ currentTarget }) => {
            onChange({ expert: currentTarget.checked });
          }}
        />
        <Text size="sm" c="dimmed">
          <Trans>
            Each curve is named after how many of 100 children are below it. There is no best curve:
            healthy children grow along all of them.
          </Trans>
        </Text>
      </Stack>
    </Fold>
  );
}
