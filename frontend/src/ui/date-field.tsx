import { ActionIcon, TextInput } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { useRef, useState, type ReactNode } from "react";
import { dateSeparator, parseTypedDate, typedDate, type DateFormat } from "../lib/dates";
import classes from "./date-field.module.css";
import { CalendarIcon } from "./icons";

interface DateFieldProps {
  label: ReactNode;
  description?: ReactNode;
  format: DateFormat;
  /** A calendar date, or what was typed when it is none. */
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  required?: boolean;
  autoComplete?: string;
}

/** A date typed in the person's own order, or picked from the calendar of the device. */
export function DateField({
  label,
  description,
  format,
  value,
  onChange,
  error,
  required = false,
  autoComplete = "off",
}: DateFieldProps) {
  const { t, i18n } = useLingui();
  const separator = dateSeparator(format, i18n.locale);
  const picker = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const shown =
    draft ??
    (parseTypedDate(value, "iso") === value ? typedDate(value, format, i18n.locale) : value);
  const pattern = {
    iso: t({ message: "YYYY-MM-DD", comment: "How to type a date: year, month, day" }),
    dmy: t({ message: "DD/MM/YYYY", comment: "How to type a date: day, month, year" }),
    mdy: t({ message: "MM/DD/YYYY", comment: "How to type a date: month, day, year" }),
  }[format];
  return (
    <div className={classes.field}>
      <TextInput
        label={label}
        description={description}
        placeholder={pattern}
        inputMode="numeric"
        autoComplete={autoComplete}
        withAsterisk={false}
        required={required}
        value={shown}
        error={error}
        onChange={({ currentTarget }) => {
          const text = separated(currentTarget.value, shown, format, separator);
          setDraft(text);
          onChange(parseTypedDate(text, format) ?? text);
        }}
        onBlur={() => {
          setDraft(null);
        }}
        rightSectionWidth="var(--thumb)"
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t`Open the calendar`}
            onClick={() => {
              picker.current?.showPicker();
            }}
          >
            <CalendarIcon />
          </ActionIcon>
        }
      />
      <input
        ref={picker}
        type="date"
        className={classes.picker}
        tabIndex={-1}
        aria-hidden="true"
        value={parseTypedDate(value, "iso") ?? ""}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== "") {
            setDraft(null);
            onChange(currentTarget.value);
          }
        }}
      />
    </div>
  );
}

/** A number pad has no separators, so they appear by themselves while digits are added. */
function separated(text: string, before: string, format: DateFormat, separator: string): string {
  const digits = text.replaceAll(separator, "");
  if (text.length <= before.length || !/^\d{1,8}$/.test(digits)) {
    return text;
  }
  const [first, second] = format === "iso" ? [4, 6] : [2, 4];
  const groups = [digits.slice(0, first), digits.slice(first, second), digits.slice(second)];
  const plain = groups.filter((group) => group !== "").join(separator);
  // Somebody who types the separators at other places, as in 9/11/2025, is left alone.
  if (text !== plain && text !== digits) {
    return text;
  }
  return digits.length === first || digits.length === second ? plain + separator : plain;
}
