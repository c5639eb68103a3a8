import type { ErrorBody } from "./types";

export interface FieldProblem {
  field: string;
  problem: string;
}

/** What the API answered instead of what was asked for. */
export class ApiError extends Error {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The stable code of the API, or `unreachable` when no answer came. */
  readonly code: string;
  readonly fields: readonly FieldProblem[];

  constructor(
    status: number,
    code: string,
    sentence: string,
    fields: readonly FieldProblem[] = [],
  ) {
    super(sentence);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

interface Answer<T> {
  data?: T;
  error?: ErrorBody;
  response: Response;
}

/** Waits for a call and hands out its body, or throws an `ApiError`. */
export async function bodyOf<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    throw cause instanceof ApiError ? cause : new ApiError(0, "unreachable", String(cause));
  }
  if (!answer.response.ok) {
    throw errorOf(answer.response.status, answer.error);
  }
  // A 204 has no body, and T is undefined there.
  return answer.data as T;
}

/** The error for a status and a body, which a proxy may have replaced by something else. */
export function errorOf(status: number, body: unknown): ApiError {
  if (!isErrorBody(body)) {
    return new ApiError(status, "unknown", "");
  }
  return new ApiError(status, body.code, body.error, body.details.fields ?? []);
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === "object" && body !== null && "code" in body && "details" in body;
}
