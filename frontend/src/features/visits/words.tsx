import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { usePreferences } from "../../api/account";
import type { Event, Illness, Visit } from "../../api/types";
import { formatDate } from "../../lib/dates";
import {
  BandageIcon,
  EyeIcon,
  SpecialistIcon,
  StethoscopeIcon,
  ThermometerIcon,
  ToothIcon,
} from "../../ui/record-icons";

export function useVisitType(): (type: Visit["type"]) => string {
  const { t } = useLingui();
  return (type) =>
    ({
      wellness: t`Check-up`,
      sick: t`Sick visit`,
      injury: t`Injury`,
      vision: t`Eyes`,
      dental: t`Dentist`,
      specialist: t`Specialist`,
    })[type];
}

export function VisitTypeIcon({ type }: { type: Visit["type"] }): ReactNode {
  switch (type) {
    case "wellness":
      return <StethoscopeIcon />;
    case "sick":
      return <ThermometerIcon />;
    case "injury":
      return <BandageIcon />;
    case "vision":
      return <EyeIcon />;
    case "dental":
      return <ToothIcon />;
    case "specialist":
      return <SpecialistIcon />;
  }
}

/** What the family calls the visit, or what kind of visit it is. */
export function useVisitTitle(): (visit: Pick<Visit, "title" | "type">) => string {
  const type = useVisitType();
  return (visit) => visit.title ?? type(visit.type);
}

/** "11 Nov 2025, 09:30", in the person's own way to write both. */
export function useVisitMoment(): (visit: Pick<Visit, "date" | "time">) => string {
  const { i18n } = useLingui();
  const time = useTime();
  const { date_format } = usePreferences();
  return (visit) => {
    const date = formatDate(visit.date, date_format, i18n.locale);
    return visit.time === null ? date : `${date}, ${time(visit.time)}`;
  };
}

/** A time of the day as it stands on the clock there; it never passes through a time zone. */
function useTime(): (time: string) => string {
  const { i18n } = useLingui();
  const { time_format } = usePreferences();
  return (time) =>
    new Intl.DateTimeFormat(i18n.locale, {
      timeZone: "UTC",
      hour: "numeric",
      minute: "2-digit",
      hourCycle: time_format === "h24" ? "h23" : "h12",
    }).format(new Date(`2000-01-01T${time}:00Z`));
}

export const illnessTypes = [
  "cold",
  "fever",
  "flu",
  "covid19",
  "rsv",
  "stomach_bug",
  "ear_infection",
  "strep",
  "croup",
  "hand_foot_mouth",
  "pink_eye",
  "chickenpox",
  "other",
] as const satisfies readonly Illness["types"][number][];

export function useIllnessType(): (type: Illness["types"][number]) => string {
  const { t } = useLingui();
  return (type) =>
    ({
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
      other: t`Something else`,
    })[type];
}

export function useIllnessName(): (illness: Pick<Illness, "types" | "other_name">) => string {
  const { i18n } = useLingui();
  const type = useIllnessType();
  return ({ types, other_name }) =>
    new Intl.ListFormat(i18n.locale, { type: "unit" }).format(
      types.map((each) => (each === "other" && other_name !== null ? other_name : type(each))),
    );
}

export const vaccineSites = [
  "left_thigh",
  "right_thigh",
  "left_arm",
  "right_arm",
  "mouth",
  "nose",
  "other",
] as const satisfies readonly VaccineSite[];

export type VaccineSite = NonNullable<NonNullable<Event["vaccine"]>["site"]>;

export function useVaccineSite(): (site: VaccineSite) => string {
  const { t } = useLingui();
  return (site) =>
    ({
      left_thigh: t`Left thigh`,
      right_thigh: t`Right thigh`,
      left_arm: t`Left arm`,
      right_arm: t`Right arm`,
      mouth: t`By mouth`,
      nose: t`Nose`,
      other: t`Elsewhere`,
    })[site];
}

/** "November 2026", the heading of a month; `month` is `YYYY-MM`. */
export function formatMonth(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${month}-01T00:00:00Z`));
}
