import { TextInput, type TextInputProps } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import classes from "./password-field.module.css";

/** A password that can be looked at while it is typed, which on a phone is half the battle. */
export function PasswordField(props: Omit<TextInputProps, "type" | "rightSection">) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      rightSectionWidth="calc(var(--thumb) * 1.75)"
      rightSection={
        <button
          type="button"
          className={classes.toggle}
          aria-label={shown ? t`Hide what is typed` : t`Show what is typed`}
          onClick={() => {
            setShown(!shown);
          }}
        >
          {shown ? t`Hide` : t`Show`}
        </button>
      }
    />
  );
}
