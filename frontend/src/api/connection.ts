import { useSyncExternalStore } from "react";

// Whether the server can be reached: what the browser knows of its network, and how the latest call went.

let reached = true;
const listeners = new Set<() => void>();

/** Notes that an answer came, whatever it says, or that none did. */
export function noteReached(now: boolean): void {
  if (reached !== now) {
    reached = now;
    tell();
  }
}

export function isConnected(): boolean {
  return navigator.onLine && reached;
}

/** Hears when the connection is lost or is back. */
export function onConnection(hear: () => void): () => void {
  listeners.add(hear);
  return () => {
    listeners.delete(hear);
  };
}

export function useConnected(): boolean {
  return useSyncExternalStore(onConnection, isConnected);
}

function tell(): void {
  for (const hear of listeners) {
    hear();
  }
}

window.addEventListener("offline", tell);
window.addEventListener("online", () => {
  // The next call shows whether it is true.
  reached = true;
  tell();
});
