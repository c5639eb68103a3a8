// Fails when the catalogues do not hold exactly the texts of the source, in all languages: run `npm run texts`.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { problemsOf, readTexts } from "./catalogues.mjs";

const catalogue = new URL("../src/locales/en/messages.po", import.meta.url);
// The date of the extraction is no difference.
const texts = (po) => po.replace(/^"POT-Creation-Date:.*\n/m, "");

const before = await readFile(catalogue, "utf8").catch(() => "");
execFileSync("npx", ["lingui", "extract", "--clean", "--locale", "en"], {
  stdio: ["ignore", "ignore", "inherit"],
});
const after = await readFile(catalogue, "utf8");
await writeFile(catalogue, before);
const problems =
  texts(before) === texts(after) ? [] : ["src/locales/en/messages.po is not current."];
problems.push(...(await problemsOf(await readTexts())));
if (problems.length > 0) {
  console.error([...problems, "Run `npm run texts`."].join("\n"));
  process.exit(1);
}
