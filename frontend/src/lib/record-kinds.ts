import { useLingui } from "@lingui/react/macro";
import type { FamilyRole } from "../api/types";

// How kinds, types and roles are called, wherever they appear.

/** What a record is, by its kind. */
export function useKindWords(): (kind: string) => string {
  const { t } = useLingui();
  return (kind) => {
    switch (kind) {
      case "visit":
        return t`Visit`;
      case "measurement":
        return t`Measurement`;
      case "event":
        return t`Vaccine or event`;
      case "illness":
        return t`Illness`;
      case "attachment":
        return t`Document`;
      case "child":
        return t`Child`;
      case "family":
        return t`Family`;
      case "member":
        return t`Member`;
      case "invite":
        return t`Invitation`;
      default:
        return kind;
    }
  };
}

/** The kind of a record, from the beginning of its id. */
export function kindOfId(id: string): string {
  const kinds: Record<string, string> = {
    vis: "visit",
    mea: "measurement",
    evt: "event",
    ill: "illness",
    att: "attachment",
    chi: "child",
  };
  return kinds[id.slice(0, 3)] ?? "";
}

export function useRoleWords(): (role: FamilyRole) => string {
  const { t } = useLingui();
  return (role) => ({ owner: t`Owner`, parent: t`Parent`, viewer: t`Viewer` })[role];
}

/** The words for the closed sets of the record: types, reasons, places on the body. */
export function useCodeWords(): (code: string) => string | null {
  const { t } = useLingui();
  return (code) => {
    const words: Record<string, string> = {
      // Visits
      wellness: t`Check-up`,
      sick: t`Sick visit`,
      injury: t`Injury`,
      vision: t`Eyes`,
      dental: t`Dentist`,
      specialist: t`Specialist`,
      // Events
      vaccine: t`Vaccine`,
      procedure: t`Procedure`,
      medication: t`Medication`,
      allergy: t`Allergy`,
      condition: t`Condition`,
      hospital_stay: t`Hospital stay`,
      test: t`Test`,
      // Illnesses
      flu: t`Flu`,
      strep: t`Strep throat`,
      rsv: t`RSV`,
      covid19: t`COVID-19`,
      cold: t`Cold`,
      stomach_bug: t`Stomach bug`,
      ear_infection: t`Ear infection`,
      hand_foot_mouth: t`Hand, foot and mouth`,
      croup: t`Croup`,
      pink_eye: t`Pink eye`,
      chickenpox: t`Chickenpox`,
      fever: t`Fever`,
      other: t`Other`,
      // Attachments
      photo: t`Photo`,
      report: t`Report`,
      vaccine_record: t`Vaccine record`,
      prescription: t`Prescription`,
      // The rest
      lying: t`Lying`,
      standing: t`Standing`,
      parent: t`A parent`,
      clinic: t`Clinic`,
      school: t`School`,
      imported: t`Imported`,
      mild: t`Mild`,
      moderate: t`Moderate`,
      severe: t`Severe`,
      left_thigh: t`Left thigh`,
      right_thigh: t`Right thigh`,
      left_arm: t`Left arm`,
      right_arm: t`Right arm`,
      mouth: t`Mouth`,
      nose: t`Nose`,
      male: t`Boy`,
      female: t`Girl`,
    };
    return words[code] ?? null;
  };
}
