import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transformAsync, types, type PluginObj } from "@babel/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

// The texts of the source language stay where they are used, compiled: each page brings its own, and the
// first load none of the others. Only the other languages have a catalogue to load.
const compiledMessages: PluginObj = {
  visitor: {
    Program: {
      exit(program) {
        program.traverse({
          ObjectProperty({ node, parent }) {
            const { key, value } = node;
            if (
              types.isIdentifier(key, { name: "message" }) &&
              types.isStringLiteral(value) &&
              types.isObjectExpression(parent) &&
              parent.properties.some(
                (each) =>
                  types.isObjectProperty(each) && types.isIdentifier(each.key, { name: "id" }),
              )
            ) {
              node.value = types.valueToNode(compileMessage(value.value));
            }
          },
        });
      },
    },
  },
};

// Expands the Lingui macros; a file that uses none is left to Vite alone.
function linguiMacros(): Plugin {
  return {
    name: "lingui-macros",
    enforce: "pre",
    async transform(code, id) {
      const file = id.split("?")[0] ?? id;
      if (!/\.tsx?$/.test(file) || !/@lingui\/(core|react)\/macro/.test(code)) {
        return null;
      }
      const result = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: {
          plugins: file.endsWith("x") ? ["typescript", "jsx"] : ["typescript"],
        },
        plugins: [
          ["@lingui/babel-plugin-lingui-macro", { stripMessageField: false }],
          compiledMessages,
        ],
      });
      return result?.code ? { code: result.code, map: result.map ?? null } : null;
    },
  };
}

// What is fetched when it is first needed, since it is large and rarely is.
const ON_DEMAND = "pdf";

// Writes the service worker with the files of this build. Its cache is named by what they contain.
function serviceWorker(): Plugin {
  const source = fileURLToPath(new URL("service-worker.js", import.meta.url));
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
        hash.update(await readFile(new URL(`public${path}`, import.meta.url)));
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

// The API of the local stack: `trajectory-local` prints its address when it is ready.
const api = process.env.TRAJECTORY_API ?? "http://127.0.0.1:8080";

const reactRouter = fileURLToPath(
  new URL("node_modules/react-router/dist/production/index.mjs", import.meta.url),
);

export default defineConfig(({ mode }) => ({
  plugins: [linguiMacros(), react(), lingui(), serviceWorker()],
  resolve: {
    // The package sends browsers its development build.
    alias: mode === "production" ? { "react-router": reactRouter } : {},
  },
  build: {
    target: "es2022",
    // The content security policy of the app allows no data: URL for scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs, in one file: it compresses better and stays cached between releases.
        codeSplitting: {
          groups: [
            {
              name: "platform",
              test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|@lingui|openapi-fetch|@mantine\/core\/esm\/core)\//,
            },
          ],
        },
      },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
  server: { host: "127.0.0.1", proxy: { "/api": api } },
}));
