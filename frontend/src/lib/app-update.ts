import { useSyncExternalStore } from "react";

// The service worker keeps the app on the device. When a newer build is there, the person is told and chooses when
// to take it; a page that is of the newer build already lets its service worker take over unseen.

const ASK_AGAIN_MS = 60 * 60 * 1000;

let waiting: ServiceWorker | null = null;
let ready = false;
const listeners = new Set<() => void>();

/** Registers the service worker once the page stands; `entry` is the script that this page began with. */
export function keepAppOnDevice(entry: string): void {
  if (!("serviceWorker" in navigator)) {
    return;
  }
  const path = new URL(entry).pathname;
  const register = async () => {
    const registration = await navigator.serviceWorker.register("/sw.js", {
      updateViaCache: "none",
    });
    const look = async () => {
      const worker = registration.waiting;
      if (worker === null) {
        return;
      }
      if (await isOfSameBuild(worker, path)) {
        worker.postMessage("take over");
      } else {
        announce(worker);
      }
    };
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", () => void look());
    });
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      // Another tab has taken the newer build.
      const { controller } = navigator.serviceWorker;
      if (controller !== null) {
        void isOfSameBuild(controller, path).then((same) => {
          if (!same) {
            announce(null);
          }
        });
      }
    });
    await look();
    let asked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && Date.now() - asked > ASK_AGAIN_MS) {
        asked = Date.now();
        registration.update().catch(() => undefined);
      }
    });
  };
  const begin = () => {
    // Without a service worker the app works as well, but not without a connection.
    register().catch(() => undefined);
  };
  if (document.readyState === "complete") {
    begin();
  } else {
    window.addEventListener("load", begin);
  }
}

/** Takes the newer build, once there is one. */
export function useAppUpdate(): (() => void) | null {
  const isReady = useSyncExternalStore(subscribe, () => ready);
  return isReady ? takeUpdate : null;
}

function takeUpdate(): void {
  if (waiting === null) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    location.reload();
  });
  waiting.postMessage("take over");
}

function announce(worker: ServiceWorker | null): void {
  waiting = worker;
  ready = true;
  for (const hear of listeners) {
    hear();
  }
}

function subscribe(hear: () => void): () => void {
  listeners.add(hear);
  return () => {
    listeners.delete(hear);
  };
}

async function isOfSameBuild(worker: ServiceWorker, path: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((answer) => {
    port1.onmessage = ({ data }: MessageEvent<boolean>) => {
      answer(data);
      port1.close();
    };
    worker.postMessage({ isYours: path }, [port2]);
  });
}
