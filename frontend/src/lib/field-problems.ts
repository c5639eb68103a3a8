import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { ApiError } from "../api/errors";

/** The first problem of each field, under the name of the field at the top of the body. */
export function fieldProblems(error: unknown): Record<string, string> {
  const problems: Record<string, string> = {};
  if (error instanceof ApiError) {
    for (const { field, problem } of error.fields) {
      const name = field.split(".")[0] ?? field;
      problems[name] ??= worded(problem);
    }
  }
  return problems;
}

/** What the server says in English, in other words; forms catch most of it before it is sent. */
function worded(problem: string): string {
  if (i18n.locale === "en") {
    return problem;
  }
  if (problem.includes("not the code that the app shows")) {
    return t`This is not the code that the app shows now.`;
  }
  if (problem.includes("your email already")) {
    return t`This is your email already.`;
  }
  if (problem.includes("in the future")) {
    return t`This day is still to come.`;
  }
  const [, least, most] = /^must be (\d+)(?: \w+)? to (\d+)/.exec(problem) ?? [];
  if (least !== undefined && most !== undefined) {
    return t`Please type a value from ${least} to ${most}.`;
  }
  const [, top] = /^must be at most (\d+)/.exec(problem) ?? [];
  if (top !== undefined) {
    return t`At most ${top}, please.`;
  }
  return t`This cannot be saved as it is. Please check it.`;
}
