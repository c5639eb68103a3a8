import { NativeSelect, Stack, Title, useMantineColorScheme } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useAccount } from "../../api/account";
import type { Preferences } from "../../api/types";
import { deviceTimeZone, formatDate } from "../../lib/dates";
import { languageNames, locales } from "../../lib/i18n";
import { useProblemSentence } from "../../lib/problems";
import { Card } from "../../ui/card";
import { Choice } from "../../ui/choice";
import { Notice } from "../../ui/notice";
import { useSavePreferences } from "./queries";

/** Each choice is saved as it is made. */
export function PreferencesCard() {
  const { t, i18n } = useLingui();
  const problem = useProblemSentence();
  const { preferences } = useAccount();
  const { setColorScheme } = useMantineColorScheme();
  const save = useSavePreferences();
  // While a choice is being saved it is already shown.
  const shown = save.isPending ? save.variables : preferences;
  const change = (changed: Partial<Preferences>) => {
    save.mutate({ ...shown, ...changed });
  };
  const deviceZone = deviceTimeZone();
  const example = (format: Preferences["date_format"]) =>
    formatDate("2026-03-21", format, i18n.locale);
  return (
    <Card labelledBy="preferences">
      <Stack gap="lg">
        <Title order={2} size="h3" id="preferences">
          <Trans>How things look</Trans>
        </Title>
        {save.isError && (
          <Notice tone="look" role="alert">
            {problem(save.error)}
          </Notice>
        )}
        <NativeSelect
          label={t`Language`}
          value={shown.language}
          onChange={({ currentTarget }) => {
            const language = locales.find((locale) => locale === currentTarget.value);
            if (language !== undefined) {
              change({ language });
            }
          }}
          data={locales.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Choice<Preferences["theme"]>
          label={t`Colours`}
          value={shown.theme}
          onChange={(theme) => {
            setColorScheme(theme === "system" ? "auto" : theme);
            change({ theme });
          }}
          data={[
            { value: "light", label: t`Light` },
            { value: "dark", label: t`Dark` },
            { value: "system", label: t`Like the device` },
          ]}
        />
        <Choice<Preferences["units"]["weight"]>
          label={t`Weight`}
          value={shown.units.weight}
          onChange={(weight) => {
            change({ units: { ...shown.units, weight } });
          }}
          data={[
            { value: "kg", label: t`Kilograms` },
            { value: "lb", label: t`Pounds` },
          ]}
        />
        <Choice<Preferences["units"]["length"]>
          label={t`Length`}
          value={shown.units.length}
          onChange={(length) => {
            change({ units: { ...shown.units, length } });
          }}
          data={[
            { value: "cm", label: t`Centimetres` },
            { value: "in", label: t`Inches` },
          ]}
        />
        <NativeSelect
          label={t`Dates`}
          value={shown.date_format}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.value;
            change({ date_format: chosen === "dmy" || chosen === "mdy" ? chosen : "iso" });
          }}
          data={[
            { value: "iso", label: example("iso") },
            { value: "dmy", label: example("dmy") },
            { value: "mdy", label: example("mdy") },
          ]}
        />
        <NativeSelect
          label={t`Time zone`}
          description={t`It decides which day is today.`}
          value={shown.time_zone ?? ""}
          onChange={({ currentTarget }) => {
            change({ time_zone: currentTarget.value === "" ? null : currentTarget.value });
          }}
          data={[
            { value: "", label: t`Like the device (${deviceZone})` },
            ...timeZones(shown.time_zone),
          ]}
        />
      </Stack>
    </Card>
  );
}

/** All that the browser knows, and the chosen one even where it does not. */
function timeZones(chosen: string | null | undefined): string[] {
  return [...new Set([...(chosen ? [chosen] : []), "UTC", ...Intl.supportedValuesOf("timeZone")])];
}
