import { useLingui } from "@lingui/react/macro";
import { ApiError } from "../../api/errors";
import type { CsvField, CsvRecord, DateOrder, Job, JobWarning } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";
import { useFieldWords } from "../../lib/record-fields";
import { placeOf } from "./places";
import type { FileKind } from "./sniff";

/** Where a job is, in a word or two. */
export function useStateWords(): (state: Job["state"]) => string {
  const { t } = useLingui();
  return (state) =>
    ({
      waiting: t`Waiting for the file`,
      reading: t`Being read`,
      previewed: t`Ready to look at`,
      running: t`Under way`,
      undoing: t`Being undone`,
      done: t`Done`,
      failed: t`Stopped by a problem`,
      cancelled: t`Cancelled`,
      undone: t`Undone`,
    })[state];
}

interface ProblemWords {
  title: string;
  more: string;
  /** Whether going on may help; where the file itself is the problem, it will not. */
  resumable: boolean;
}

/** Why a job cannot go on, and what to do about it. */
export function useProblemWords(): (problem: { code: string; text: string }) => ProblemWords {
  const { t } = useLingui();
  return ({ code, text }) => {
    const file = (title: string, more: string) => ({ title, more, resumable: false });
    switch (code) {
      case "not_a_zip":
        return file(
          t`This ZIP is not whole`,
          t`It was cut off on its way, or it is another kind of file. Fetch it again where it comes from, then import it once more.`,
        );
      case "damaged_zip":
        return file(
          t`This ZIP is damaged`,
          t`Part of it cannot be unpacked. Fetch it again where it comes from, then import it once more.`,
        );
      case "bad_name":
        return file(
          t`This ZIP is not safe to open`,
          t`A name in it leads out of the ZIP. Nothing was read.`,
        );
      case "encrypted":
        return file(
          t`This ZIP has a password`,
          t`Unpack it, pack it again without a password, then import it once more.`,
        );
      case "no_data":
      case "other_format":
        return file(
          t`This is not an export`,
          t`The ZIP holds no record that can be read here. Choose the ZIP exactly as it was exported.`,
        );
      case "not_json":
        return file(
          t`The record in this ZIP cannot be read`,
          t`Its data are broken off or changed. Export the family again, then import that ZIP.`,
        );
      case "other_version":
        return file(
          t`This export is of another version`,
          t`A different version of Trajectory wrote this file. Import it with that version, or export it again with this one.`,
        );
      case "too_large":
        return file(
          t`Unpacked, this file is far too large`,
          t`No export is that large, so nothing was read. Check where the file comes from.`,
        );
      case "too_many_records":
        return file(
          t`This is more than can be imported at once`,
          t`Up to 100,000 rows of a table, or 500,000 records of a ZIP. Import it in parts.`,
        );
      case "column_missing":
        return file(
          t`A column is missing`,
          t`The first row of the table has no column of that name. Choose the file and its columns again.`,
        );
      case "not_text":
        return file(
          t`This table is not plain text`,
          t`Save it as “CSV UTF-8” in your spreadsheet, then import that file.`,
        );
      case "not_a_table":
        return file(
          t`This table cannot be read`,
          t`Its rows or quotation marks do not fit. Save it as CSV again, then import that file.`,
        );
      case "not_uploaded":
        return file(t`The file has not arrived`, t`Import it once more.`);
      case "access_changed":
        return {
          title: t`It ran in the name of somebody who may not do this any more`,
          more: t`They left, have another role now, or signed out everywhere. Whoever may import can go on with it.`,
          resumable: true,
        };
      case "internal":
        return {
          title: t`Something went wrong on our side`,
          more: t`It was tried several times. You can go on from where it stopped.`,
          resumable: true,
        };
      default:
        return { title: t`This cannot go on`, more: text, resumable: true };
    }
  };
}

/** What in a file deserves a look: where, and what about it. */
export function useWarningWords(): (warning: JobWarning) => { where: string; what: string } {
  const { t } = useLingui();
  const fieldWords = useFieldWords();
  const where = (text: string) => {
    const { part, number, field } = placeOf(text);
    const parts: Record<string, [one: string, all: string]> = {
      children: [t`Child`, t`Children`],
      people: [t`Child`, t`Children`],
      visits: [t`Visit`, t`Visits`],
      measurements: [t`Measurement`, t`Measurements`],
      medical_events: [t`Vaccine or event`, t`Vaccines and events`],
      illnesses: [t`Illness`, t`Illnesses`],
      attachments: [t`Document`, t`Documents`],
      row: [t`Row`, t`Rows`],
    };
    const [one, all] = parts[part ?? ""] ?? [part ?? "", part ?? ""];
    const place = number === null ? all : `${one} ${String(number)}`;
    return field === null ? place : `${place} · ${fieldWords(field)}`;
  };
  const what = ({ code, text }: JobWarning) => {
    switch (code) {
      case "duplicate":
        return t`has the same id as another entry of the file`;
      case "foreign_link":
        return t`belongs to a visit of another child`;
      case "link_missing":
        return t`belongs to a visit that is not in the file, and stands alone now`;
      case "in_trash":
        return t`is in the trash here; restore it there if you want it`;
      case "kept":
        return t`is here already with other content, which stays`;
      case "id_taken":
        return t`has an id that another entry has or had`;
      case "no_child":
        return t`is of a child that is not there`;
      case "file_missing":
        return t`has no file in the ZIP`;
      case "file_differs":
        return t`has another file than the ZIP says`;
      case "file_refused":
        return t`has a file that cannot be kept`;
      case "too_large":
        return t`is larger than an entry can be`;
      case "unknown_part":
        return t`is not known here and is left out`;
      case "unknown_column":
        return t`is a column that is left out`;
      default:
        // What a field must be; the server says it for every form alike.
        return text;
    }
  };
  return (warning) => ({ where: where(warning.place), what: what(warning) });
}

export function useCsvWords() {
  const { t } = useLingui();
  const record = (kind: CsvRecord) =>
    ({
      measurement: t`Measurements`,
      vaccine: t`Vaccines`,
      illness: t`Illnesses`,
      visit: t`Visits`,
    })[kind];
  const field = (name: CsvField, kind: CsvRecord) =>
    ({
      date: kind === "illness" ? t`First day` : t`Date`,
      end_date: t`Last day`,
      name: kind === "vaccine" ? t`Vaccine` : t`Name`,
      weight: t`Weight`,
      height: t`Length or height`,
      head_circumference: t`Head`,
      temperature: t`Temperature`,
      severity: t`Severity`,
      dose_number: t`Dose of the series`,
      lot: t`Lot number`,
      manufacturer: t`Manufacturer`,
      place: t`Place`,
      doctor: t`Doctor`,
      title: t`Title`,
      reason: t`Reason`,
      outcome: t`Outcome`,
      symptoms: t`Symptoms`,
      notes: t`Notes`,
      tags: t`Tags`,
    })[name];
  const dates = (order: DateOrder) =>
    ({
      year_month_day: t`Year, month, day (2025-11-30)`,
      day_month_year: t`Day, month, year (30.11.2025)`,
      month_day_year: t`Month, day, year (11/30/2025)`,
    })[order];
  return { record, field, dates };
}

/** What to tell somebody whose file could not be sent. */
export function useSendProblem(): (error: unknown) => string {
  const { t } = useLingui();
  const problem = useProblemSentence();
  return (error) =>
    error instanceof ApiError && ["upload_refused", "not_uploaded"].includes(error.code)
      ? t`The file did not arrive. Please try again.`
      : problem(error);
}

/** What kind of file an import reads. */
export function useSourceWords(): (kind: FileKind) => string {
  const { t } = useLingui();
  return (kind) =>
    ({
      trajectory: t`Trajectory export`,
      origin: t`Earlier record`,
      csv: t`Table (CSV)`,
    })[kind];
}
