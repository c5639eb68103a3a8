import { NativeSelect } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useAccount } from "../../api/account";
import { familiesQuery } from "../../api/family";

interface FamilyChoiceProps {
  familyId: string;
  onChange: (familyId: string) => void;
}

/** Which family a page is about; nothing to see for somebody who has one. */
export function FamilyChoice({ familyId, onChange }: FamilyChoiceProps) {
  const { t } = useLingui();
  const several = useAccount().family_ids.length > 1;
  const families = useQuery({ ...familiesQuery, enabled: several }).data;
  if (!several || families === undefined) {
    return null;
  }
  return (
    <NativeSelect
      label={t`Family`}
      value={familyId}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
      data={families.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
