import { useLingui } from "@lingui/react/macro";
import { ApiError } from "../../api/errors";
import type { Attachment } from "../../api/types";
import { useProblemSentence } from "../../lib/problems";

export const attachmentKinds = [
  "photo",
  "report",
  "vaccine_record",
  "prescription",
  "other",
] as const satisfies readonly Attachment["kind"][];

export function useKindName(): (kind: Attachment["kind"]) => string {
  const { t } = useLingui();
  return (kind) =>
    ({
      photo: t`Photo`,
      report: t`Report`,
      vaccine_record: t`Vaccine record`,
      prescription: t`Prescription`,
      other: t`Something else`,
    })[kind];
}

/** What to tell somebody whose file could not be kept. */
export function useFileProblem(): (error: unknown) => string {
  const { t } = useLingui();
  const problem = useProblemSentence();
  return (error) => {
    switch (error instanceof ApiError ? error.code : "") {
      case "unsupported_file":
        return t`This kind of file cannot be kept. Photos and PDFs can.`;
      case "unreadable_image":
        return t`This picture cannot be read. It may be damaged.`;
      case "empty_file":
        return t`This file is empty.`;
      case "file_too_large":
        return t`This file is larger than 25 MB.`;
      case "unreachable":
        return t`There is no connection right now. The file is still here; try again.`;
      case "upload_refused":
      case "not_uploaded":
        return t`The file did not arrive. Please try again.`;
      case "not_what_was_declared":
        return t`The file is not what its name says, or it was damaged on the way.`;
      case "gps_in_image":
        return t`This photo says where it was taken. Save it without the place, or as a JPEG, and add it again.`;
      case "image_too_large":
        return t`This picture has too many pixels.`;
      case "not_an_avatar":
        return t`This cannot be the picture of a child. Please choose another photo.`;
      default:
        return problem(error);
    }
  };
}
