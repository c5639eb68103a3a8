import { Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { localEntry } from "../../lib/units";
import { Choice } from "../../ui/choice";
import { AddEntry, RemoveEntry } from "./entry-buttons";
import { emptyPrescription, type Part } from "./form-values";
import { IllnessFields, MeasurementFields, VaccineFields } from "./found-fields";
import type { VisitFormApi } from "./visit-form";
import classes from "./visit-form.module.css";

export interface FieldsProps {
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
