/** Only a path of this app: a link must not send somebody who signs in to another site. */
export function ownPath(next: string | null, otherwise: string): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : otherwise;
}
