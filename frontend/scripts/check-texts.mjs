// Fails when the catalogue does not hold exactly the texts of the source: run `npm run texts`.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";

const catalogue = new URL("../src/locales/en/messages.po", import.meta.url);
// The date of the extraction is no difference.
const texts = (po) => po.replace(/^"POT-Creation-Date:.*\n/m, "");

const before = await readFile(catalogue, "utf8").catch(() => "");
execFileSync("npx", ["lingui", "extract", "--clean"], { stdio: ["ignore", "ignore", "inherit"] });
const after = await readFile(catalogue, "utf8");
await writeFile(catalogue, before);
if (texts(before) !== texts(after)) {
  console.error("src/locales/en/messages.po is not current: run `npm run texts`.");
  process.exit(1);
}
