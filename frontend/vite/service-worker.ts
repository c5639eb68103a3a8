import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

// What is fetched when it is first needed, since it is large and rarely is.
const ON_DEMAND = "pdf";

/** Writes the service worker with the files of this build. Its cache is named by what they contain. */
export function serviceWorker(): Plugin {
  const source = fileURLToPath(new URL("../service-worker.js", import.meta.url));
  const publicFiles = ["/color-scheme.js", "/favicon.svg", "/manifest.webmanifest"];
  return {
    name: "service-worker",
    apply: "build",
    enforce: "post",
    async generateBundle(_, bundle) {
      const built = Object.values(bundle).filter(
        ({ fileName }) => !fileName.includes(ON_DEMAND) && !fileName.endsWith(".map"),
      );
      const hash = createHash("sha256");
      for (const each of built) {
        hash.update(each.fileName).update(each.type === "chunk" ? each.code : each.source);
      }
      for (const path of publicFiles) {
        hash.update(await readFile(new URL(`../public${path}`, import.meta.url)));
      }
      const code = await readFile(source, "utf8");
      hash.update(code);
      const files = [...built.map(({ fileName }) => `/${fileName}`), ...publicFiles].sort();
      this.emitFile({
        type: "asset",
        fileName: "sw.js",
        source: code
          .replace("self.__FILES__", JSON.stringify(files))
          .replace(
            "self.__CACHE__",
            JSON.stringify(`trajectory-app-${hash.digest("hex").slice(0, 16)}`),
          ),
      });
    },
  };
}
