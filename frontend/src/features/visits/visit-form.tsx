import {
  Button,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, type ReactNode } from "react";
import { usePreferences } from "../../api/account";
import type { Child, Linked, Visit, VisitBody } from "../../api/types";
import { ageAt, DAY_OF_STANDING, formatAge } from "../../lib/ages";
import { daysBetween, isDate, today } from "../../lib/dates";
import { useDraftForm, type Draft } from "../../lib/use-draft";
import { Card } from "../../ui/card";
import { Choices } from "../../ui/choices";
import { DateField } from "../../ui/date-field";
import { DraftNotice } from "../../ui/draft-notice";
import { PlusIcon } from "../../ui/icons";
import { bodyOfForm, isEmptyPart } from "./form-body";
import { parts, usualParts, valuesOf, type Part, type VisitFormValues } from "./form-values";
import { useFormProblems } from "./form-problems";
import { visitTypes } from "./filters";
import { PartFields } from "./part-fields";
import { usePartName } from "./part-name";
import classes from "./visit-form.module.css";
import { useVisitType } from "./words";

export type VisitFormApi = UseFormReturnType<VisitFormValues>;

export const VISIT_FORM = "visit-form";

interface VisitFormProps {
  draft: Draft;
  child: Child;
  /** The children to choose from while nothing is saved yet. */
  siblings: readonly Child[];
  onChild: (childId: string) => void;
  /** Why the child cannot be changed any more. */
  childFixed: string | null;
  visit: Visit | null;
  linked: Linked | null;
  visitId: string;
  /** Visits of the family, to complete places and doctors from. */
  recent: readonly Visit[];
  /** What the server found wrong, by field. */
  problems: Record<string, string>;
  saving: boolean;
  /** Files of the visit; they can be sent before it is saved. */
  files: ReactNode;
  /** Why it cannot be saved just now. */
  waiting: string | null;
  onSubmit: (body: VisitBody) => void;
  onCancel: () => void;
}

export function VisitForm({
  draft,
  child,
  siblings,
  onChild,
  childFixed,
  visit,
  linked,
  visitId,
  recent,
  problems,
  saving,
  files,
  waiting,
  onSubmit,
  onCancel,
}: VisitFormProps) {
  const { t, i18n } = useLingui();
  const preferences = usePreferences();
  const typeName = useVisitType();
  const partName = usePartName();
  const formProblems = useFormProblems(child);
  const now = today(preferences.time_zone);
  const { form, onDiscard } = useDraftForm<VisitFormValues>(draft, visit?.rev ?? null, {
    initialValues: valuesOf(visit, linked, now, preferences),
    validate: (values) => formProblems(values, isDate(values.date) && values.date > now),
  });
  const { values } = form;
  const { name } = child;
  const appointment = isDate(values.date) && values.date > now;
  const error = (field: string) => form.errors[field] ?? problems[field];
  const known = isDate(values.date) && daysBetween(child.date_of_birth, values.date) >= 0;
  const age = known ? formatAge(ageAt(child.date_of_birth, values.date), i18n.locale) : "";
  const addable = parts.filter((part) => !values.shown.includes(part));
  const chooseType = (type: Visit["type"]) => {
    // The usual parts of the new type come, the untouched ones of the former type go.
    const usual = usualParts[type];
    const stays = (part: Part) => usual.includes(part) || !isEmptyPart(part, values);
    const shown = parts.filter(
      (part) => usual.includes(part) || (values.shown.includes(part) && stays(part)),
    );
    form.setValues({ type, ...(visit === null ? { shown } : {}) });
  };
  const submit = form.onSubmit(
    (valid) => {
      const position =
        daysBetween(child.date_of_birth, valid.date) >= DAY_OF_STANDING ? "standing" : "lying";
      onSubmit(bodyOfForm({ values: valid, visitId, read: visit, appointment, position }));
    },
    () => {
      // The first field with a problem is brought into sight, after it has been marked.
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>("form [aria-invalid='true']")?.focus();
      });
    },
  );
  return (
    <form id={VISIT_FORM} noValidate onSubmit={submit}>
      <Stack gap="lg">
        <DraftNotice onDiscard={onDiscard} />
        <Card>
          <Stack gap="md">
            {visit === null && siblings.length > 1 && (
              <NativeSelect
                label={t`Child`}
                value={child.id}
                disabled={childFixed !== null}
                description={childFixed ?? undefined}
                onChange={({ currentTarget }) => {
                  onChild(currentTarget.value);
                }}
                data={siblings.map((each) => ({ value: each.id, label: each.name }))}
              />
            )}
            <Choices
              label={t`What kind of visit?`}
              data={visitTypes.map((type) => ({ value: type, label: typeName(type) }))}
              value={[values.type]}
              onToggle={chooseType}
            />
            <div className={classes.pair}>
              <DateField
                label={t`Date`}
                format={preferences.date_format}
                value={values.date}
                onChange={(date) => {
                  form.setFieldValue("date", date);
                }}
                error={error("date")}
                description={
                  appointment ? t`An appointment` : known ? t`${name} at ${age}` : undefined
                }
              />
              <TextInput
                type="time"
                label={t`Time`}
                description={t`Optional`}
                {...form.getInputProps("time")}
                error={error("time")}
              />
            </div>
            <div className={classes.pair}>
              <Completed
                label={t`Place`}
                placeholder={t`Practice or hospital`}
                from={recent.map(({ place }) => place)}
                inputProps={form.getInputProps("place")}
                error={error("place")}
                maxLength={200}
              />
              <Completed
                label={t`Doctor`}
                from={recent.map(({ doctor }) => doctor)}
                inputProps={form.getInputProps("doctor")}
                error={error("doctor")}
                maxLength={100}
              />
            </div>
            <TextInput
              label={t`Title`}
              placeholder={typeName(values.type)}
              autoComplete="off"
              maxLength={200}
              {...form.getInputProps("title")}
              error={error("title")}
            />
            <Textarea
              label={t`Reason`}
              placeholder={t`Why you go there, and what you want to ask`}
              autosize={false}
              rows={2}
              maxLength={2000}
              {...form.getInputProps("reason")}
              error={error("reason")}
            />
            {!appointment && (
              <Textarea
                label={t`Outcome`}
                placeholder={t`What the doctor said, and what is next`}
                rows={3}
                maxLength={5000}
                {...form.getInputProps("outcome")}
                error={error("outcome")}
              />
            )}
          </Stack>
        </Card>
        {appointment ? (
          <Text c="dimmed" size="sm">
            <Trans>After the visit you can add what was found there.</Trans>
          </Text>
        ) : (
          <>
            {parts
              .filter((part) => values.shown.includes(part))
              .map((part) => (
                <PartCard
                  key={part}
                  title={partName(part)}
                  fixed={isFixed(part, values)}
                  error={problems[part]}
                  onRemove={() => {
                    form.setFieldValue(
                      "shown",
                      values.shown.filter((each) => each !== part),
                    );
                  }}
                >
                  <PartFields part={part} form={form} error={error} />
                </PartCard>
              ))}
            {addable.length > 0 && (
              <div role="group" aria-label={t`Add to this visit`} className={classes.addable}>
                {addable.map((part) => (
                  <Button
                    key={part}
                    size="sm"
                    variant="default"
                    leftSection={<PlusIcon />}
                    onClick={() => {
                      form.setFieldValue("shown", [...values.shown, part]);
                    }}
                  >
                    {partName(part)}
                  </Button>
                ))}
              </div>
            )}
          </>
        )}
        <Card>
          <Stack gap="md">
            <Textarea
              label={t`Notes`}
              rows={2}
              maxLength={5000}
              {...form.getInputProps("notes")}
              error={error("notes")}
            />
            <TextInput
              label={t`Tags`}
              description={t`Words that group records, with commas between them`}
              autoComplete="off"
              {...form.getInputProps("tags")}
              error={error("tags")}
            />
          </Stack>
        </Card>
        {files}
        <div className={classes.save} data-save-bar>
          {waiting !== null && (
            <Text size="sm" c="dimmed" ta="center" role="status">
              {waiting}
            </Text>
          )}
          <Group grow>
            <Button variant="default" onClick={onCancel} disabled={saving}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={saving} disabled={waiting !== null}>
              {appointment ? <Trans>Save appointment</Trans> : <Trans>Save visit</Trans>}
            </Button>
          </Group>
        </div>
      </Stack>
    </form>
  );
}

/** A record that was saved before is not taken away with its part of the form. */
function isFixed(part: Part, values: VisitFormValues): boolean {
  switch (part) {
    case "measurement":
      return values.measurements.some(({ read }) => read !== null);
    case "illness":
      return values.illnesses.some(({ read }) => read !== null);
    case "vaccines":
      return values.vaccines.some(({ read }) => read !== null);
    default:
      return false;
  }
}

interface PartCardProps {
  title: string;
  fixed: boolean;
  error: ReactNode;
  onRemove: () => void;
  children: ReactNode;
}

function PartCard({ title, fixed, error, onRemove, children }: PartCardProps) {
  const { t } = useLingui();
  const id = useId();
  return (
    <Card labelledBy={id}>
      <div className={classes.head}>
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        {!fixed && (
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            onClick={onRemove}
            aria-label={t`Remove ${title}`}
          >
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
      {children}
      {error !== undefined && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)" mt="sm">
          {error}
        </Text>
      )}
    </Card>
  );
}

interface CompletedProps {
  label: string;
  placeholder?: string;
  from: readonly (string | null)[];
  inputProps: object;
  error: ReactNode;
  maxLength: number;
}

/** A field that offers what was entered before. */
function Completed({ label, placeholder, from, inputProps, error, maxLength }: CompletedProps) {
  const id = useId();
  const offered = [...new Set(from.filter((each) => each !== null))].slice(0, 30);
  return (
    <>
      <TextInput
        label={label}
        placeholder={placeholder ?? ""}
        list={id}
        autoComplete="off"
        maxLength={maxLength}
        {...inputProps}
        error={error}
      />
      <datalist id={id}>
        {offered.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
