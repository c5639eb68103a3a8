import { Input, SegmentedControl } from "@mantine/core";
import { useId, type ReactNode } from "react";

interface ChoiceProps<Value extends string> {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  value: Value;
  data: readonly { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
}

/** A choice of a few, all of them in sight. */
export function Choice<Value extends string>({
  label,
  description,
  error,
  value,
  data,
  onChange,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <Input.Wrapper
      size="md"
      label={label}
      description={description}
      error={error}
      labelElement="div"
      labelProps={{ id }}
    >
      <SegmentedControl
        fullWidth
        size="md"
        mt="calc(var(--mantine-spacing-xs) / 2)"
        aria-labelledby={id}
        data={data.map((each) => ({ ...each }))}
        value={value}
        onChange={onChange}
      />
    </Input.Wrapper>
  );
}
