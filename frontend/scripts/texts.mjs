// `npm run texts`: extracts the texts of the source and lists what is not translated yet.
// `npm run texts -- --fill <file.json>`: puts translations in, {"de": {"Save": "Speichern"}}.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { problemsOf, readTexts, translations, writeTranslations } from "./catalogues.mjs";

execFileSync("npx", ["lingui", "extract", "--clean", "--locale", "en"], {
  stdio: ["ignore", "ignore", "inherit"],
});
const [option, file] = process.argv.slice(2);
const filled = option === "--fill" ? JSON.parse(await readFile(file, "utf8")) : {};
const texts = await readTexts();
for (const locale of translations) {
  // What the source no longer says goes.
  await writeTranslations(locale, texts, filled[locale] ?? {});
}
const problems = await problemsOf(texts);
for (const problem of problems) {
  console.log(problem);
}
console.log(
  problems.length === 0
    ? `${texts.size} texts, all of them in ${["en", ...translations].join(", ")}.`
    : `${problems.length} to translate: write {"de": {"Text": "…"}, "es": {…}} to a file and run \`npm run texts -- --fill <file>\`.`,
);
