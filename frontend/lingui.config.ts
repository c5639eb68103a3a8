import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "es", "de"],
  catalogs: [{ path: "<rootDir>/src/locales/{locale}/messages", include: ["src"] }],
  // No line numbers: a moved line is not a changed text.
  format: formatter({ lineNumbers: false, printPlaceholdersInComments: false }),
});
