import { NativeSelect, Stack, Switch, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, type ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { formatDate } from "../../lib/dates";
import { useVaccines } from "../../lib/vaccines";
import { Choices } from "../../ui/choices";
import { DateField } from "../../ui/date-field";
import { Fold } from "../../ui/fold";
import { LengthField, WeightField } from "../../ui/quantity-field";
import { AddEntry, RemoveEntry } from "./entry-buttons";
import { newVaccine, type IllnessEntry } from "./form-values";
import type { FieldsProps } from "./part-fields";
import classes from "./visit-form.module.css";
import { illnessTypes, useIllnessType, useVaccineSite, vaccineSites } from "./words";

// What was found at a visit and is a record of its own.

export function MeasurementFields({ form, error }: FieldsProps) {
  const { t } = useLingui();
  const dayOf = useDay();
  const { measurements } = form.values;
  return (
    <Stack gap="lg">
      {measurements.map((measurement, index) => {
        const at = `measurements.${String(index)}`;
        const day = dayOf(measurement.read?.date);
        return (
          <Several
            key={measurement.id}
            label={measurements.length > 1 ? t`Measurement of ${day}` : null}
          >
            <WeightField
              label={t`Weight`}
              value={measurement.weight}
              onChange={(entry) => {
                form.setFieldValue(`${at}.weight`, entry);
              }}
              error={error(`${at}.weight`)}
            />
            <LengthField
              label={t`Length or height`}
              unitLabel={t`Unit of the length`}
              feet
              value={measurement.height}
              onChange={(entry) => {
                form.setFieldValue(`${at}.height`, entry);
              }}
              error={error(`${at}.height`)}
            />
            <LengthField
              label={t`Head circumference`}
              unitLabel={t`Unit of the head circumference`}
              feet={false}
              value={measurement.head_circumference}
              onChange={(entry) => {
                form.setFieldValue(`${at}.head_circumference`, entry);
              }}
              error={error(`${at}.head_circumference`)}
            />
          </Several>
        );
      })}
      <p className={classes.hint}>
        <Trans>Also appears in the growth charts.</Trans>
      </p>
    </Stack>
  );
}

/** One of several entries has a name of its own. */
function Several({ label, children }: { label: string | null; children: ReactNode }) {
  return (
    <Stack gap="md" {...(label === null ? {} : { role: "group", "aria-label": label })}>
      {label !== null && <p className={classes.hint}>{label}</p>}
      {children}
    </Stack>
  );
}

function useDay(): (date: string | undefined) => string {
  const { i18n } = useLingui();
  const { date_format } = usePreferences();
  return (date) => (date === undefined ? "" : formatDate(date, date_format, i18n.locale));
}

export function VaccineFields({ form, error }: FieldsProps) {
  const { t } = useLingui();
  const id = useId();
  const siteName = useVaccineSite();
  const { vaccines: products } = useVaccines();
  const { vaccines } = form.values;
  return (
    <Stack gap="md">
      <datalist id={id}>
        {products.map(({ cvx, name }) => (
          <option key={cvx} value={name} />
        ))}
      </datalist>
      {vaccines.map((vaccine, index) => {
        const at = `vaccines.${String(index)}`;
        const which = index + 1;
        return (
          <div key={vaccine.id} className={classes.entry}>
            <TextInput
              label={t`Vaccine`}
              placeholder={t`Choose or type`}
              list={id}
              autoComplete="off"
              maxLength={200}
              value={vaccine.name}
              error={error(`${at}.name`)}
              description={vaccine.diseases.length > 0 ? vaccine.diseases.join(", ") : undefined}
              onChange={({ currentTarget }) => {
                const name = currentTarget.value;
                const product = products.find((each) => each.name === name);
                const changed = {
                  ...vaccine,
                  name,
                  cvx: product?.cvx ?? null,
                  diseases: product?.diseases ?? [],
                };
                form.setFieldValue(
                  "vaccines",
                  vaccines.map((each, other) => (other === index ? changed : each)),
                );
              }}
            />
            <div className={classes.pair}>
              <TextInput
                label={t`Which dose`}
                inputMode="numeric"
                autoComplete="off"
                {...form.getInputProps(`${at}.dose_number`)}
                error={error(`${at}.dose_number`)}
              />
              <NativeSelect
                label={t`Where`}
                {...form.getInputProps(`${at}.site`)}
                data={[
                  { value: "", label: t`Not said` },
                  ...vaccineSites.map((site) => ({ value: site, label: siteName(site) })),
                ]}
              />
            </div>
            <Fold
              title={t`From the label`}
              open={vaccine.lot !== "" || vaccine.manufacturer !== ""}
            >
              <div className={classes.pair}>
                <TextInput
                  label={t`Lot number`}
                  autoComplete="off"
                  maxLength={50}
                  {...form.getInputProps(`${at}.lot`)}
                />
                <TextInput
                  label={t`Manufacturer`}
                  autoComplete="off"
                  maxLength={100}
                  {...form.getInputProps(`${at}.manufacturer`)}
                />
              </div>
            </Fold>
            {vaccine.read === null && (
              <RemoveEntry
                label={t`Remove vaccine ${which}`}
                onRemove={() => {
                  form.removeListItem("vaccines", index);
                }}
              />
            )}
          </div>
        );
      })}
      <AddEntry
        onAdd={() => {
          form.insertListItem("vaccines", newVaccine());
        }}
      >
        <Trans>Add vaccine</Trans>
      </AddEntry>
    </Stack>
  );
}

export function IllnessFields({ form, error }: FieldsProps) {
  const { t } = useLingui();
  const dayOf = useDay();
  const { illnesses } = form.values;
  return (
    <Stack gap="lg">
      {illnesses.map((illness, index) => {
        const day = dayOf(illness.read?.started_on);
        return (
          <Several key={illness.id} label={illnesses.length > 1 ? t`Illness since ${day}` : null}>
            <OneIllness
              form={form}
              at={`illnesses.${String(index)}`}
              illness={illness}
              error={error}
            />
          </Several>
        );
      })}
    </Stack>
  );
}

interface OneIllnessProps extends FieldsProps {
  at: string;
  illness: IllnessEntry;
}

function OneIllness({ form, at, illness, error }: OneIllnessProps) {
  const { t } = useLingui();
  const { date_format } = usePreferences();
  const typeName = useIllnessType();
  const { types, started_on, ended_on, ongoing } = illness;
  return (
    <Stack gap="md">
      <Choices
        label={t`What is it?`}
        error={error(`${at}.types`)}
        data={illnessTypes.map((type) => ({ value: type, label: typeName(type) }))}
        value={types}
        onToggle={(type) => {
          form.setFieldValue(
            `${at}.types`,
            types.includes(type) ? types.filter((each) => each !== type) : [...types, type],
          );
        }}
      />
      {types.includes("other") && (
        <TextInput
          label={t`Name of the illness`}
          autoComplete="off"
          maxLength={100}
          {...form.getInputProps(`${at}.other_name`)}
          error={error(`${at}.other_name`)}
        />
      )}
      <DateField
        label={t`First day`}
        description={t`Left empty, it is the day of the visit.`}
        format={date_format}
        value={started_on}
        onChange={(date) => {
          form.setFieldValue(`${at}.started_on`, date);
        }}
        error={error(`${at}.started_on`)}
      />
      <Switch
        label={t`Still going on`}
        checked={ongoing}
        onChange={({ currentTarget }) => {
          form.setFieldValue(`${at}.ongoing`, currentTarget.checked);
        }}
      />
      {!ongoing && (
        <DateField
          label={t`Last day`}
          format={date_format}
          value={ended_on}
          onChange={(date) => {
            form.setFieldValue(`${at}.ended_on`, date);
          }}
          error={error(`${at}.ended_on`)}
        />
      )}
    </Stack>
  );
}
