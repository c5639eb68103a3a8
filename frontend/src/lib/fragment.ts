// Secrets of mailed links stand behind the # of an address, which no server sees.
// They leave the address bar at once, and stay in the memory of this page alone.

const kept = new Map<string, string>();

/** The secret that this page was opened with; empty without one. */
export function takeFragment(path: string): string {
  if (location.pathname === path && location.hash.length > 1) {
    kept.set(path, location.hash.slice(1));
    history.replaceState(history.state, "", path + location.search);
  }
  return keptFragment(path);
}

/** The secret that a page was opened with before somebody went on from there. */
export function keptFragment(path: string): string {
  return kept.get(path) ?? "";
}

/** The secret is used up. */
export function forgetFragment(path: string): void {
  kept.delete(path);
}
