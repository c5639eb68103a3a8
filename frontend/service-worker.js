// Keeps the app itself on the device: the files of one build, none of which knows anything of a family.
// Calls of the API and files of the record pass by untouched, and nothing of them is ever kept here.

// Both are written by the build: see vite.config.ts.
const FILES = self.__FILES__;
const CACHE = self.__CACHE__;

const PREFIX = "trajectory-app-";
const PAGE = "/index.html";
// How long the page may take before the kept one is shown.
const PATIENCE_MS = 3_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepFiles());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOtherBuilds());
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") {
    self.skipWaiting();
  } else if (typeof event.data?.isYours === "string") {
    event.ports[0]?.postMessage(FILES.includes(event.data.isYours));
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api/")) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(page(request));
  } else if (FILES.includes(pathname) || pathname.startsWith("/assets/")) {
    event.respondWith(file(request, pathname));
  }
});

async function keepFiles() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async (path) => {
      // A name with a hash is the same file in every build.
      const known = path.startsWith("/assets/") ? await caches.match(path, ANY_VARIANT) : undefined;
      const response = known ?? (await fetch(path, { cache: "no-cache" }));
      if (!response.ok) {
        throw new Error(`${path} answered ${response.status}.`);
      }
      await cache.put(path, response);
    }),
  );
}

async function dropOtherBuilds() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** The page as the server has it, which may be of a newer build; without a connection the kept one. */
async function page(request) {
  const answer = fetch(request);
  const patience = new Promise((_, giveUp) => {
    setTimeout(giveUp, PATIENCE_MS);
  });
  try {
    const response = await Promise.race([answer, patience]);
    if (response.status < 500) {
      return response;
    }
  } catch {
    // The kept page comes instead.
  }
  return (await kept(PAGE)) ?? answer;
}

async function file(request, path) {
  const found = await kept(path);
  if (found !== undefined) {
    return found;
  }
  const response = await fetch(request);
  // What is not needed at the start is kept when it is first used.
  if (response.ok && path.startsWith("/assets/")) {
    const cache = await caches.open(CACHE);
    await cache.put(path, response.clone());
  }
  return response;
}

const ANY_VARIANT = { ignoreVary: true };

function kept(path) {
  return caches.match(path, { ...ANY_VARIANT, cacheName: CACHE });
}
