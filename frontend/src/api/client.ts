import createClient from "openapi-fetch";
import { rememberAnswers } from "./etags";
import type { paths } from "./schema";
import { authorisedFetch } from "./session";

/** The API for somebody who is signed in. */
export const api = createClient<paths>({ fetch: authorisedFetch });
api.use(rememberAnswers);

/** The API for sign-up and sign-in, which carry no access token. */
export const openApi = createClient<paths>();

/** The header that makes a change fail when the record is no longer the one that was read. */
export function ifMatch(record: { rev: number }): { "If-Match": string } {
  return { "If-Match": `"${String(record.rev)}"` };
}
