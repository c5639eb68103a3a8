// Writes src/api/schema.d.ts from the OpenAPI snapshot; with --check, fails when it is stale.
// OPENAPI names another snapshot than the committed one.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import { format, resolveConfig } from "prettier";

const source = new URL(process.env.OPENAPI ?? "../../shared/openapi.json", import.meta.url);
const target = new URL("../src/api/schema.d.ts", import.meta.url);
const ast = await openapiTS(JSON.parse(await readFile(source, "utf8"), withoutEmptyParts));
const header = "// Generated from shared/openapi.json by `npm run api-types`. Do not edit.\n\n";
const options = await resolveConfig(target);
const text = await format(header + astToString(ast), { ...options, parser: "typescript" });

// A part that says "an object" and nothing more would become a type that allows no fields at all.
function withoutEmptyParts(key, value) {
  return key === "allOf" && value.length > 1
    ? value.filter((part) => part.type !== "object" || part.properties !== undefined)
    : value;
}

if (process.argv.includes("--check")) {
  const current = await readFile(target, "utf8").catch(() => "");
  if (current !== text) {
    console.error("src/api/schema.d.ts is stale: run `npm run api-types`.");
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}
