// The catalogues of the other languages beside the source's.
// They hold the translated texts alone, sorted, without where each is used: so a new or changed text
// of the source is no change of theirs until somebody translates it.
import { readFile, writeFile } from "node:fs/promises";
import { formatter } from "@lingui/format-po";
import { compileMessage } from "@lingui/message-utils/compileMessage";

export const translations = ["de", "es"];

const format = formatter({ lineNumbers: false, origins: false });
const fileOf = (locale) => new URL(`../src/locales/${locale}/messages.po`, import.meta.url);

async function read(locale) {
  const text = await readFile(fileOf(locale), "utf8").catch(() => "");
  return format.parse(text, { locale, sourceLocale: "en", filename: fileOf(locale).pathname });
}

/** The texts of the source by their keys. */
export async function readTexts() {
  return new Map(Object.entries(await read("en")).map(([key, { message }]) => [key, message]));
}

/** Writes what is translated, with new translations by text. */
export async function writeTranslations(locale, texts, added) {
  const before = await read(locale);
  const catalogue = {};
  for (const [key, message] of [...texts].sort(([, one], [, other]) => (one < other ? -1 : 1))) {
    const translation = added[message] ?? before[key]?.translation;
    if (translation) {
      catalogue[key] = { message, translation, origin: [], extractedComments: [], comments: [] };
    }
  }
  const po = await format.serialize(catalogue, {
    locale,
    sourceLocale: "en",
    filename: fileOf(locale).pathname,
    existing: null,
  });
  const lines = ["POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team"];
  const dated = new RegExp(
    `^"(${lines.join("|")}|Report-Msgid-Bugs-To|Project-Id-Version):.*\n`,
    "gm",
  );
  await writeFile(fileOf(locale), po.replace(dated, ""));
}

/** What is not translated, or not with the placeholders and tags of the source. */
export async function problemsOf(texts) {
  const problems = [];
  for (const locale of translations) {
    const catalogue = await read(locale);
    for (const [key, message] of texts) {
      const translation = catalogue[key]?.translation;
      if (!translation) {
        problems.push(`${locale} lacks: ${message}`);
        continue;
      }
      const wanted = holes(message).join(" ");
      const got = holes(translation).join(" ");
      if (wanted !== got) {
        problems.push(`${locale} has {${got}} instead of {${wanted}}: ${translation}`);
      }
    }
  }
  return problems;
}

/** The placeholders, plurals and tags of a text, however often each occurs. */
function holes(text) {
  const found = new Set(text.match(/<\/?\d+\/?>/g) ?? []);
  const visit = (part) => {
    if (!Array.isArray(part)) {
      return;
    }
    const [name, kind, cases] = part;
    if (typeof name === "string" && part.length <= 3 && !Array.isArray(kind)) {
      found.add(kind === undefined ? name : `${name} ${kind}`);
      for (const each of Object.values(cases ?? {})) {
        Array.isArray(each) && each.forEach(visit);
      }
    }
  };
  compileMessage(text).forEach(visit);
  return [...found].sort();
}
