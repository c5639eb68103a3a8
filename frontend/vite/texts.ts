import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { transformAsync, types, type PluginObj } from "@babel/core";
import { formatter } from "@lingui/format-po";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

// How the texts get into the app.
//
// Those of the source language stay where they are used, compiled: each page brings its own, and the
// first load none of the others. Every other language has two files to load: the texts of the first
// pages, so that the first load stays small, and the rest, which follows at once.

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

/** Expands the Lingui macros; a file that uses none is left to Vite alone. */
export function linguiMacros(): Plugin {
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

const MODULE = /^virtual:texts\/([a-z]{2})-(first|rest)$/;

/** Where a visit of the app begins: before the sign-in, and at home. */
const FIRST_PAGES = ["main.tsx", "routes/sign-in.tsx", "routes/signed-in.tsx", "routes/home.tsx"];

/** `virtual:texts/de-first` and `virtual:texts/de-rest` for each catalogue besides the source's. */
export function catalogues(root: string): Plugin {
  const source = path.join(root, "src");
  const po = (locale: string) => path.join(source, `locales/${locale}/messages.po`);
  return {
    name: "texts",
    resolveId: (id) => (MODULE.test(id) ? `\0${id}` : null),
    load(id) {
      const [, locale, part] = MODULE.exec(id.slice(1)) ?? [];
      if (!id.startsWith("\0") || locale === undefined) {
        return null;
      }
      this.addWatchFile(po(locale));
      const first = firstModules(source);
      const used = readCatalogue(po("en"), "en");
      const translated = readCatalogue(po(locale), locale);
      const texts: Record<string, unknown> = {};
      for (const [key, { origin }] of Object.entries(used)) {
        const isFirst = origin?.some(([file]) => first.has(path.join(root, file))) ?? false;
        const text = translated[key]?.translation;
        if (isFirst === (part === "first") && text) {
          texts[key] = compileMessage(text);
        }
      }
      return `export const messages = ${JSON.stringify(texts)};`;
    },
  };
}

function readCatalogue(file: string, locale: string) {
  const catalogue = formatter({ lineNumbers: false }).parse(readFileSync(file, "utf8"), {
    locale,
    sourceLocale: "en",
    filename: file,
  });
  if (catalogue instanceof Promise) {
    throw new Error("The format of the catalogues is read at once.");
  }
  return catalogue;
}

/** Every module of ours that the first pages import, and not only on demand. */
function firstModules(source: string): Set<string> {
  const found = new Set<string>();
  const queue = FIRST_PAGES.map((file) => path.join(source, file));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) {
      continue;
    }
    found.add(file);
    for (const [, from] of readFileSync(file, "utf8").matchAll(/\bfrom "(\.[^"]+)";/g)) {
      const module = path.join(path.dirname(file), from ?? "");
      const existing = [".ts", ".tsx"]
        .map((ending) => module + ending)
        .find((each) => existsSync(each));
      if (existing !== undefined) {
        queue.push(existing);
      }
    }
  }
  return found;
}
