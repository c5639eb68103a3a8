import { Stack, Switch, Text } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { childrenQuery } from "../../api/family";
import { Choice } from "../../ui/choice";

interface ChildLimitsProps {
  familyId: string;
  /** The only children that somebody sees; null for all. */
  value: readonly string[] | null;
  error?: string | undefined;
  onChange: (value: string[] | null) => void;
}

/** Which children somebody sees. */
export function ChildLimits({ familyId, value, error, onChange }: ChildLimitsProps) {
  const { t } = useLingui();
  const children = useQuery(childrenQuery(familyId)).data ?? [];
  return (
    <Stack gap="xs">
      <Choice<"all" | "some">
        label={t`Sees`}
        value={value === null ? "all" : "some"}
        error={error}
        onChange={(choice) => {
          onChange(choice === "all" ? null : children.map(({ id }) => id));
        }}
        data={[
          { value: "all", label: t`All children` },
          { value: "some", label: t`Only some` },
        ]}
      />
      {value !== null &&
        children.map(({ id, name }) => (
          <Switch
            key={id}
            size="md"
            label={name}
            checked={value.includes(id)}
            onChange={({ currentTarget }) => {
              onChange(
                currentTarget.checked ? [...value, id] : value.filter((each) => each !== id),
              );
            }}
          />
        ))}
      {value?.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Please choose at least one child.</Trans>
        </Text>
      )}
    </Stack>
  );
}
