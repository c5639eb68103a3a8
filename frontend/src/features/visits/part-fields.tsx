import { Button, Group, NativeSelect, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useId, type ReactNode } from "react";
import { usePreferences } from "../../api/account";
import { localEntry } from "../../lib/units";
import { useVaccines } from "../../lib/vaccines";
import { Choice } from "../../ui/choice";
import { Choices } from "../../ui/choices";
import { DateField } from "../../ui/date-field";
import { Fold } from "../../ui/fold";
import { PlusIcon } from "../../ui/icons";
import { LengthField, WeightField } from "../../ui/quantity-field";
import { emptyPrescription, newVaccine, type Part } from "./form-values";
import type { VisitFormApi } from "./visit-form";
import classes from "./visit-form.module.css";
import { illnessTypes, useIllnessType, useVaccineSite, vaccineSites } from "./words";

interface FieldsProps {
  form: VisitFormApi;
  error: (field: string) => ReactNode;
}

export function PartFields({ part, ...props }: FieldsProps & { part: Part }) {
  switch (part) {
    case "measurement":
      return <MeasurementFields {...props} />;
    case "vitals":
      return <VitalsFields {...props} />;
    case "vaccines":
      return <VaccineFields {...props} />;
    case "illness":
      return <IllnessFields {...props} />;
    case "injury":
      return <InjuryFields {...props} />;
    case "vision":
      return <VisionFields {...props} />;
    case "dental":
      return <DentalFields {...props} />;
    case "prescriptions":
      return <PrescriptionFields {...props} />;
  }
}

function MeasurementFields({ form, error }: FieldsProps) {
  const { t } = useLingui();
  const { measurement } = form.values;
  return (
    <Stack gap="xs">
      <WeightField
        label={t`Weight`}
        value={measurement.weight}
        onChange={(entry) => {
          form.setFieldValue("measurement.weight", entry);
        }}
        error={error("measurement.weight")}
      />
      <LengthField
        label={t`Length or height`}
        unitLabel={t`Unit of the length`}
        feet
        value={measurement.height}
        onChange={(entry) => {
          form.setFieldValue("measurement.height", entry);
        }}
        error={error("measurement.height")}
      />
      <LengthField
        label={t`Head circumference`}
        unitLabel={t`Unit of the head circumference`}
        feet={false}
        value={measurement.head_circumference}
        onChange={(entry) => {
          form.setFieldValue("measurement.head_circumference", entry);
        }}
        error={error("measurement.head_circumference")}
      />
      <p className={classes.hint}>
        <Trans>Also appears in the growth charts.</Trans>
      </p>
    </Stack>
  );
}

function VitalsFields({ form, error }: FieldsProps) {
  const { t, i18n } = useLingui();
  const number = (field: "systolic" | "diastolic" | "heart_rate" | "oxygen_saturation") => ({
    inputMode: "numeric" as const,
    autoComplete: "off",
    ...form.getInputProps(`vitals.${field}`),
    error: error(`vitals.${field}`),
  });
  return (
    <Stack gap="md">
      <div className={classes.pair}>
        <TextInput
          label={t`Temperature`}
          inputMode="decimal"
          autoComplete="off"
          value={localEntry(form.values.vitals.temperature.major, i18n.locale)}
          error={error("vitals.temperature")}
          onChange={({ currentTarget }) => {
            form.setFieldValue("vitals.temperature.major", currentTarget.value);
          }}
        />
        <Choice<"c" | "f">
          label={t`Unit of the temperature`}
          data={[
            { value: "c", label: "°C" },
            { value: "f", label: "°F" },
          ]}
          value={form.values.vitals.temperature.unit}
          onChange={(unit) => {
            form.setFieldValue("vitals.temperature.unit", unit);
          }}
        />
      </div>
      <div className={classes.pair}>
        <TextInput label={t`Heart rate (per minute)`} {...number("heart_rate")} />
        <TextInput label={t`Oxygen (%)`} {...number("oxygen_saturation")} />
      </div>
      <div className={classes.pair}>
        <TextInput label={t`Blood pressure, upper`} {...number("systolic")} />
        <TextInput label={t`Blood pressure, lower`} {...number("diastolic")} />
      </div>
    </Stack>
  );
}

function VaccineFields({ form, error }: FieldsProps) {
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

function IllnessFields({ form, error }: FieldsProps) {
  const { t } = useLingui();
  const { date_format } = usePreferences();
  const typeName = useIllnessType();
  const { types, started_on, ended_on, ongoing } = form.values.illness;
  return (
    <Stack gap="md">
      <Choices
        label={t`What is it?`}
        error={error("illness.types")}
        data={illnessTypes.map((type) => ({ value: type, label: typeName(type) }))}
        value={types}
        onToggle={(type) => {
          form.setFieldValue(
            "illness.types",
            types.includes(type) ? types.filter((each) => each !== type) : [...types, type],
          );
        }}
      />
      {types.includes("other") && (
        <TextInput
          label={t`Name of the illness`}
          autoComplete="off"
          maxLength={100}
          {...form.getInputProps("illness.other_name")}
          error={error("illness.other_name")}
        />
      )}
      <DateField
        label={t`First day`}
        description={t`Left empty, it is the day of the visit.`}
        format={date_format}
        value={started_on}
        onChange={(date) => {
          form.setFieldValue("illness.started_on", date);
        }}
        error={error("illness.started_on")}
      />
      <Switch
        label={t`Still going on`}
        checked={ongoing}
        onChange={({ currentTarget }) => {
          form.setFieldValue("illness.ongoing", currentTarget.checked);
        }}
      />
      {!ongoing && (
        <DateField
          label={t`Last day`}
          format={date_format}
          value={ended_on}
          onChange={(date) => {
            form.setFieldValue("illness.ended_on", date);
          }}
          error={error("illness.ended_on")}
        />
      )}
    </Stack>
  );
}

function InjuryFields({ form, error }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Stack gap="md">
      <div className={classes.pair}>
        <TextInput
          label={t`What happened`}
          placeholder={t`A cut, a fall, a burn`}
          autoComplete="off"
          maxLength={100}
          {...form.getInputProps("injury.kind")}
          error={error("injury.kind")}
        />
        <TextInput
          label={t`Part of the body`}
          autoComplete="off"
          maxLength={100}
          {...form.getInputProps("injury.body_part")}
          error={error("injury.body_part")}
        />
      </div>
      <Textarea
        label={t`Treatment`}
        rows={2}
        maxLength={2000}
        {...form.getInputProps("injury.treatment")}
        error={error("injury.treatment")}
      />
    </Stack>
  );
}

function VisionFields({ form, error }: FieldsProps) {
  const { t, i18n } = useLingui();
  const eye = (side: "right" | "left", name: string) => (
    <div role="group" aria-label={name}>
      <p className={classes.hint}>{name}</p>
      <div className={classes.pair}>
        <TextInput
          label={t`Sphere`}
          autoComplete="off"
          {...form.getInputProps(`vision.${side}.sphere`)}
          value={localEntry(form.values.vision[side].sphere, i18n.locale)}
          error={error(`vision.${side}.sphere`)}
        />
        <TextInput
          label={t`Cylinder`}
          autoComplete="off"
          {...form.getInputProps(`vision.${side}.cylinder`)}
          value={localEntry(form.values.vision[side].cylinder, i18n.locale)}
          error={error(`vision.${side}.cylinder`)}
        />
        <TextInput
          label={t`Axis`}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps(`vision.${side}.axis`)}
          error={error(`vision.${side}.axis`)}
        />
      </div>
    </div>
  );
  return (
    <Stack gap="md">
      {eye("right", t`Right eye`)}
      {eye("left", t`Left eye`)}
      <Switch
        label={t`Glasses ordered`}
        {...form.getInputProps("vision.glasses_ordered", { type: "checkbox" })}
      />
      <Switch
        label={t`Contact lenses ordered`}
        {...form.getInputProps("vision.contacts_ordered", { type: "checkbox" })}
      />
    </Stack>
  );
}

function DentalFields({ form, error }: FieldsProps) {
  const { t } = useLingui();
  const done = [
    ["cleaning", t`Cleaned`],
    ["xrays", t`X-rays taken`],
    ["fluoride", t`Fluoride put on`],
    ["sealants", t`Fissures sealed`],
  ] as const;
  return (
    <Stack gap="md">
      {done.map(([field, label]) => (
        <Switch
          key={field}
          label={label}
          {...form.getInputProps(`dental.${field}`, { type: "checkbox" })}
        />
      ))}
      <div className={classes.pair}>
        <TextInput
          label={t`Cavities found`}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps("dental.cavities_found")}
          error={error("dental.cavities_found")}
        />
        <TextInput
          label={t`Cavities filled`}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps("dental.cavities_filled")}
          error={error("dental.cavities_filled")}
        />
      </div>
      {form.values.dental.procedures.map((_, index) => {
        const which = index + 1;
        return (
          <div key={index} className={classes.entry}>
            <div className={classes.pair}>
              <TextInput
                label={t`What was done`}
                autoComplete="off"
                maxLength={100}
                {...form.getInputProps(`dental.procedures.${String(index)}.name`)}
                error={error(`dental.procedures.${String(index)}.name`)}
              />
              <TextInput
                label={t`Tooth`}
                autoComplete="off"
                maxLength={20}
                {...form.getInputProps(`dental.procedures.${String(index)}.tooth`)}
              />
            </div>
            <RemoveEntry
              label={t`Remove procedure ${which}`}
              onRemove={() => {
                form.removeListItem("dental.procedures", index);
              }}
            />
          </div>
        );
      })}
      <AddEntry
        onAdd={() => {
          form.insertListItem("dental.procedures", { name: "", tooth: "" });
        }}
      >
        <Trans>Add procedure</Trans>
      </AddEntry>
    </Stack>
  );
}

function PrescriptionFields({ form, error }: FieldsProps) {
  const { t } = useLingui();
  return (
    <Stack gap="md">
      {form.values.prescriptions.map((_, index) => {
        const which = index + 1;
        return (
          <div key={index} className={classes.entry}>
            <TextInput
              label={t`Medicine`}
              autoComplete="off"
              maxLength={100}
              {...form.getInputProps(`prescriptions.${String(index)}.medicine`)}
              error={error(`prescriptions.${String(index)}.medicine`)}
            />
            <div className={classes.pair}>
              <TextInput
                label={t`Dose`}
                autoComplete="off"
                maxLength={100}
                {...form.getInputProps(`prescriptions.${String(index)}.dose`)}
              />
              <TextInput
                label={t`How often`}
                autoComplete="off"
                maxLength={100}
                {...form.getInputProps(`prescriptions.${String(index)}.frequency`)}
              />
              <TextInput
                label={t`For how long`}
                autoComplete="off"
                maxLength={100}
                {...form.getInputProps(`prescriptions.${String(index)}.duration`)}
              />
            </div>
            <RemoveEntry
              label={t`Remove prescription ${which}`}
              onRemove={() => {
                form.removeListItem("prescriptions", index);
              }}
            />
          </div>
        );
      })}
      <AddEntry
        onAdd={() => {
          form.insertListItem("prescriptions", { ...emptyPrescription });
        }}
      >
        <Trans>Add prescription</Trans>
      </AddEntry>
    </Stack>
  );
}

function AddEntry({ onAdd, children }: { onAdd: () => void; children: ReactNode }) {
  return (
    <Group>
      <Button variant="light" size="sm" leftSection={<PlusIcon />} onClick={onAdd}>
        {children}
      </Button>
    </Group>
  );
}

function RemoveEntry({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Group>
      <Button variant="subtle" color="gray" size="sm" onClick={onRemove} aria-label={label}>
        <Trans>Remove</Trans>
      </Button>
    </Group>
  );
}
