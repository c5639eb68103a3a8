import { Button, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { usePreferences } from "../../api/account";
import { childrenQuery } from "../../api/family";
import type { RecordKind } from "../../api/types";
import { isDate } from "../../lib/dates";
import { useKindWords } from "../../lib/record-kinds";
import { DateField } from "../../ui/date-field";
import { Fold } from "../../ui/fold";
import { SearchIcon } from "../../ui/icons";
import type { Asked } from "./queries";
import classes from "./search-form.module.css";

const KINDS: readonly RecordKind[] = ["visit", "illness", "event", "measurement", "attachment"];

interface SearchFormProps {
  familyId: string;
  asked: Asked | null;
  onSearch: (asked: Asked) => void;
}

export function SearchForm({ familyId, asked, onSearch }: SearchFormProps) {
  const { t } = useLingui();
  const { date_format } = usePreferences();
  const kindWords = useKindWords();
  const children = useQuery(childrenQuery(familyId)).data ?? [];
  const form = useForm({
    initialValues: {
      text: asked?.text ?? "",
      kinds: asked?.kinds ?? [],
      child: asked?.child ?? "",
      from: asked?.from ?? "",
      to: asked?.to ?? "",
    },
    validate: {
      text: (text, { kinds, child, from, to }) =>
        text.trim() === "" && kinds.length === 0 && child === "" && from === "" && to === ""
          ? t`Please type a word.`
          : null,
      from: (from) => (from === "" || isDate(from) ? null : t`Please type a full date.`),
      to: (to, { from }) =>
        to !== "" && !isDate(to)
          ? t`Please type a full date.`
          : to !== "" && from !== "" && to < from
            ? t`This is before the first day.`
            : null,
    },
  });
  const { kinds } = form.values;
  return (
    <form
      role="search"
      noValidate
      onSubmit={form.onSubmit(({ text, child, from, to }) => {
        onSearch({
          text: text.trim() === "" ? null : text.trim(),
          kinds,
          child: child === "" ? null : child,
          from: from === "" ? null : from,
          to: to === "" ? null : to,
        });
      })}
    >
      <Stack gap="md">
        <TextInput
          ref={focus}
          label={t`Words`}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={200}
          {...form.getInputProps("text")}
        />
        <fieldset className={classes.kinds}>
          <legend className={classes.legend}>
            <Trans>Only these, or all</Trans>
          </legend>
          {KINDS.map((kind) => (
            <label key={kind} className={classes.kind}>
              <input
                type="checkbox"
                className={classes.box}
                checked={kinds.includes(kind)}
                onChange={({ currentTarget }) => {
                  form.setFieldValue(
                    "kinds",
                    currentTarget.checked
                      ? [...kinds, kind]
                      : kinds.filter((each) => each !== kind),
                  );
                }}
              />
              {kindWords(kind)}
            </label>
          ))}
        </fieldset>
        <Fold
          title={<Trans>Child and dates</Trans>}
          open={"from" in form.errors || "to" in form.errors}
        >
          <Stack gap="md">
            <NativeSelect
              label={t`Child`}
              data={[
                { value: "", label: t`All children` },
                ...children.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              {...form.getInputProps("child")}
            />
            <DateField
              label={t`From`}
              format={date_format}
              value={form.values.from}
              error={form.errors.from}
              onChange={(from) => {
                form.setFieldValue("from", from);
              }}
            />
            <DateField
              label={t`Until`}
              format={date_format}
              value={form.values.to}
              error={form.errors.to}
              onChange={(to) => {
                form.setFieldValue("to", to);
              }}
            />
          </Stack>
        </Fold>
        <Button type="submit" leftSection={<SearchIcon />}>
          <Trans>Search</Trans>
        </Button>
      </Stack>
    </form>
  );
}

/** Whoever comes here wants to type. */
function focus(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
}
