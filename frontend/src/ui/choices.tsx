import { Input } from "@mantine/core";
import { useId, type ReactNode } from "react";
import classes from "./choices.module.css";

interface ChoicesProps<Value extends string> {
  label: ReactNode;
  error?: ReactNode;
  data: readonly { value: Value; label: ReactNode }[];
  /** What is chosen; the caller says whether it is one or several. */
  value: readonly Value[];
  onToggle: (value: Value) => void;
}

/** More choices than a row holds, all of them in sight, as buttons that are pressed or not. */
export function Choices<Value extends string>({
  label,
  error,
  data,
  value,
  onToggle,
}: ChoicesProps<Value>) {
  const id = useId();
  return (
    <Input.Wrapper size="md" label={label} error={error} labelElement="div" labelProps={{ id }}>
      <div role="group" aria-labelledby={id} className={classes.choices}>
        {data.map((each) => (
          <button
            key={each.value}
            type="button"
            className={classes.choice}
            aria-pressed={value.includes(each.value)}
            onClick={() => {
              onToggle(each.value);
            }}
          >
            {each.label}
          </button>
        ))}
      </div>
    </Input.Wrapper>
  );
}
