import { useLingui } from "@lingui/react/macro";
import type {
  Dental,
  Event,
  Eye,
  IllnessDetails,
  Injury,
  Measurement,
  Prescription,
  Vision,
  Vitals,
} from "../../api/types";
import { formatLength, formatTemperature, formatWeight, localDigits } from "../../lib/units";
import { useIllnessName, useVaccineSite } from "./words";

export interface Fact {
  label: string;
  value: string;
}

type Measured = Partial<Pick<Measurement, "weight" | "height" | "head_circumference">>;

/** Everything that was entered in the parts of a visit, as label and value. */
export function useFacts() {
  const { t, i18n } = useLingui();
  const { locale } = i18n;
  const illnessName = useIllnessName();
  const siteName = useVaccineSite();
  const facts = (...all: (readonly [string, string | null | undefined])[]): Fact[] =>
    all.flatMap(([label, value]) =>
      value === null || value === undefined || value === "" ? [] : [{ label, value }],
    );
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? null : localDigits(value, locale);
  const signed = (value: number | null | undefined) =>
    value === null || value === undefined
      ? null
      : new Intl.NumberFormat(locale, {
          signDisplay: "exceptZero",
          minimumFractionDigits: 2,
        }).format(value);
  const yes = (value: boolean | undefined) => (value === true ? t`Yes` : null);
  const eye = (value: Eye | null | undefined) => {
    const sphere = signed(value?.sphere);
    const cylinder = signed(value?.cylinder);
    const axis = number(value?.axis);
    return [
      sphere === null ? null : t`sphere ${sphere}`,
      cylinder === null ? null : t`cylinder ${cylinder}`,
      axis === null ? null : t`axis ${axis}°`,
    ]
      .filter((each) => each !== null)
      .join(", ");
  };
  return {
    measurement: (details: Measured) =>
      facts(
        [t`Weight`, details.weight && formatWeight(details.weight, locale)],
        [t`Length or height`, details.height && formatLength(details.height, locale)],
        [
          t`Head circumference`,
          details.head_circumference && formatLength(details.head_circumference, locale),
        ],
      ),
    vitals: ({ temperature, heart_rate, oxygen_saturation, blood_pressure }: Vitals) => {
      const beats = number(heart_rate);
      return facts(
        [t`Temperature`, temperature && formatTemperature(temperature, locale)],
        [t`Heart rate`, beats === null ? null : t`${beats} a minute`],
        [t`Oxygen`, oxygen_saturation ? `${number(oxygen_saturation) ?? ""} %` : null],
        [
          t`Blood pressure`,
          blood_pressure
            ? `${String(blood_pressure.systolic)} / ${String(blood_pressure.diastolic)} mmHg`
            : null,
        ],
      );
    },
    injury: ({ kind, body_part, treatment }: Injury) =>
      facts([t`What happened`, kind], [t`Part of the body`, body_part], [t`Treatment`, treatment]),
    vision: ({ right, left, glasses_ordered, contacts_ordered }: Vision) =>
      facts(
        [t`Right eye`, eye(right)],
        [t`Left eye`, eye(left)],
        [t`Glasses ordered`, yes(glasses_ordered)],
        [t`Contact lenses ordered`, yes(contacts_ordered)],
      ),
    dental: (dental: Dental) =>
      facts(
        [t`Cleaned`, yes(dental.cleaning)],
        [t`X-rays taken`, yes(dental.xrays)],
        [t`Fluoride put on`, yes(dental.fluoride)],
        [t`Fissures sealed`, yes(dental.sealants)],
        [t`Cavities found`, number(dental.cavities_found)],
        [t`Cavities filled`, number(dental.cavities_filled)],
        ...(dental.procedures ?? []).map(
          ({ name, tooth }) => [name, tooth ? t`tooth ${tooth}` : t`done`] as const,
        ),
      ),
    prescription: ({ medicine, dose, frequency, duration }: Prescription): Fact => ({
      label: medicine,
      value: [dose, frequency, duration].filter((each) => each !== null).join(", "),
    }),
    vaccine: ({ name, vaccine }: Pick<Event, "name"> & Partial<Pick<Event, "vaccine">>): Fact => {
      const dose = number(vaccine?.dose_number);
      const lot = vaccine?.lot;
      return {
        label: name,
        value: [
          dose === null ? null : t`dose ${dose}`,
          vaccine?.site ? siteName(vaccine.site) : null,
          lot ? t`lot ${lot}` : null,
        ]
          .filter((each) => each !== null)
          .join(", "),
      };
    },
    illness: ({ types, other_name }: IllnessDetails) =>
      illnessName({ types, other_name: other_name ?? null }),
  };
}

/** Facts in one line, as a cell of a table. */
export function inOneLine(facts: readonly Fact[]): string {
  return facts.map(({ label, value }) => (value === "" ? label : `${label}: ${value}`)).join("; ");
}
