import { Button, Input, TextInput } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import { useId, useState, type ReactNode } from "react";
import classes from "./chips.module.css";

interface ChipsProps<Value extends string> {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  /** What can be chosen, several at once. */
  data: readonly { value: Value; label: ReactNode }[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  children?: ReactNode;
}

/** A choice of several, each a tap. */
export function Chips<Value extends string>({
  label,
  description,
  error,
  data,
  value,
  onChange,
  children,
}: ChipsProps<Value>) {
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
      <div className={classes.chips} role="group" aria-labelledby={id}>
        {data.map((each) => {
          const chosen = value.includes(each.value);
          return (
            <button
              key={each.value}
              type="button"
              className={classes.chip}
              aria-pressed={chosen}
              onClick={() => {
                onChange(
                  chosen ? value.filter((one) => one !== each.value) : [...value, each.value],
                );
              }}
            >
              {each.label}
            </button>
          );
        })}
      </div>
      {children}
    </Input.Wrapper>
  );
}

interface WordChipsProps {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  /** Words to tap. */
  suggestions: readonly string[];
  /** The name of the field for a word of one's own. */
  addLabel: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** Words, some of them offered, others typed. */
export function WordChips({ suggestions, addLabel, value, onChange, ...rest }: WordChipsProps) {
  const [word, setWord] = useState("");
  const add = () => {
    const plain = word.trim();
    const known = [...value, ...suggestions].find((each) => sameWord(each, plain)) ?? plain;
    if (known !== "" && !value.includes(known)) {
      onChange([...value, known]);
    }
    setWord("");
  };
  // A word that was entered stands as it was entered, also where it is one of those that are offered.
  const all = [
    ...suggestions.map((each) => value.find((entered) => sameWord(entered, each)) ?? each),
    ...value.filter((entered) => !suggestions.some((each) => sameWord(entered, each))),
  ];
  return (
    <Chips
      {...rest}
      data={all.map((each) => ({ value: each, label: each }))}
      value={value}
      onChange={onChange}
    >
      <div className={classes.add}>
        <TextInput
          className={classes.word}
          aria-label={addLabel}
          placeholder={addLabel}
          autoComplete="off"
          maxLength={100}
          value={word}
          onChange={({ currentTarget }) => {
            setWord(currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" && word.trim() !== "") {
              // The word is added; the form is not sent with it.
              event.preventDefault();
              add();
            }
          }}
          // A word that was typed and not added would be lost with the save.
          onBlur={add}
        />
        <Button variant="default" onClick={add}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Chips>
  );
}

function sameWord(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}
