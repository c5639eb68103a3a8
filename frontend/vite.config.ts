import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { serviceWorker } from "./vite/service-worker.ts";
import { catalogues, linguiMacros } from "./vite/texts.ts";

// The API of the local stack: `trajectory-local` prints its address when it is ready.
const api = process.env.TRAJECTORY_API ?? "http://127.0.0.1:8080";

const root = fileURLToPath(new URL(".", import.meta.url));
const reactRouter = fileURLToPath(
  new URL("node_modules/react-router/dist/production/index.mjs", import.meta.url),
);

export default defineConfig(({ mode }) => ({
  plugins: [linguiMacros(), react(), catalogues(root), serviceWorker()],
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
            // And what most pages need: a phone waits for each file, however small.
            { name: "common", test: /\/(src|node_modules)\//, minShareCount: 32 },
          ],
        },
      },
    },
  },
  test: { include: ["src/**/*.test.ts"] },
  server: { host: "127.0.0.1", proxy: { "/api": api } },
}));
