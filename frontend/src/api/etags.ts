import type { Middleware } from "openapi-fetch";

// What the API answers is kept by no cache of the browser, so that nothing of it outlives the session.
// The app keeps the latest answers in memory and asks with their tags: an unchanged screen costs one small read.

/** Answers that are kept; the one that was used longest ago goes first. */
const KEPT = 40;

interface Answer {
  tag: string;
  body: string;
}

const answers = new Map<string, Answer>();

/** Sends the tags of kept answers, and hands out a kept answer where the API says that it still holds. */
export const rememberAnswers: Middleware = {
  onRequest({ request }) {
    const kept = request.method === "GET" ? answers.get(request.url) : undefined;
    if (kept !== undefined) {
      request.headers.set("If-None-Match", kept.tag);
    }
    return request;
  },

  async onResponse({ request, response }) {
    if (request.method !== "GET") {
      return undefined;
    }
    const kept = answers.get(request.url);
    if (response.status === 304 && kept !== undefined) {
      keep(request.url, kept);
      return new Response(kept.body, {
        status: 200,
        headers: { "Content-Type": "application/json" },
      });
    }
    answers.delete(request.url);
    const tag = response.headers.get("ETag");
    if (response.ok && tag !== null && !isRevision(tag)) {
      keep(request.url, { tag, body: await response.clone().text() });
    }
    return undefined;
  },
};

/** Forgets every answer, as when the person signs out. */
export function forgetAnswers(): void {
  answers.clear();
}

/** The tag of one record is its revision: it is for changes of it, and the API does not answer 304 by it. */
function isRevision(tag: string): boolean {
  return /^(W\/)?"\d+"$/.test(tag);
}

function keep(url: string, answer: Answer): void {
  answers.delete(url);
  answers.set(url, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT) {
      break;
    }
    answers.delete(oldest);
  }
}
