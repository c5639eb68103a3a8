import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import jsxA11y from "eslint-plugin-jsx-a11y";
import lingui from "eslint-plugin-lingui";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

const allow = (from, to) => ({
  from: { element: { type: from } },
  allow: to.map((type) => ({ to: { element: { type } } })),
});

const exports = [
  {
    selector: "ExportDefaultDeclaration",
    message: "Named exports: a thing has one name everywhere.",
  },
  { selector: "ExportAllDeclaration", message: "No barrels: import from the file itself." },
];

// Two letters are a word: signs may stand alone, and the name of the app.
const word = "/^(?!Trajectory$).*\\p{L}.*\\p{L}/u";
const shown = "/^(label|title|alt|placeholder|description|aria-label|aria-description)$/";
const literalTexts = [
  `JSXText[value=${word}]:not(JSXElement[openingElement.name.name=/^(Trans|Plural|Select)$/] JSXText)`,
  `JSXAttribute[name.name=${shown}] > Literal[value=${word}]`,
  `JSXAttribute[name.name=${shown}] > JSXExpressionContainer > Literal[value=${word}]`,
  `JSXAttribute[name.name=${shown}] > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${word}]`,
].map((selector) => ({ selector, message: "A text that is read belongs in the catalogue." }));

export default defineConfig(
  { ignores: ["dist", "test-results", "playwright-report", "src/api/schema.d.ts"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `void promise` says that nobody waits for it.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreVoidOperator: true }],
      // A loader leaves a page by throwing or returning a Response.
      "@typescript-eslint/only-throw-error": "error",
      "no-restricted-syntax": ["error", ...exports],
      "no-restricted-globals": [
        "error",
        { name: "localStorage", message: "Nothing of the record stays in the browser." },
        { name: "sessionStorage", message: "Nothing of the record stays in the browser." },
      ],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [
      jsxA11y.flatConfigs.strict,
      reactHooks.configs.flat.recommended,
      lingui.configs["flat/recommended"],
    ],
    plugins: { boundaries },
    settings: {
      "import/resolver": { typescript: true },
      "boundaries/elements": [
        { type: "routes", pattern: "src/routes" },
        { type: "feature", pattern: "src/features/*", capture: ["subject"] },
        { type: "ui", pattern: "src/ui" },
        { type: "lib", pattern: "src/lib" },
        { type: "api", pattern: "src/api" },
        { type: "texts", pattern: "src/locales" },
      ],
    },
    rules: {
      "no-restricted-syntax": ["error", ...exports, ...literalTexts],
      // Imports go one way, from the pages down to the wire; features do not know each other.
      "boundaries/dependencies": [
        "error",
        {
          default: "disallow",
          policies: [
            allow("routes", ["routes", "feature", "ui", "lib", "api"]),
            allow("feature", ["ui", "lib", "api"]),
            {
              from: { element: { type: "feature" } },
              allow: [
                {
                  to: {
                    element: {
                      type: "feature",
                      captured: { subject: "{{ from.element.captured.subject }}" },
                    },
                  },
                },
              ],
            },
            allow("ui", ["ui", "lib"]),
            allow("lib", ["lib", "api", "texts"]),
            allow("api", ["api"]),
          ],
        },
      ],
    },
  },
  {
    files: ["src/ui/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["react-router", "react-router/*", "@tanstack/*", "@mantine/form"],
              message: "ui/ knows no router, query or form library.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["tests/**/*.ts"],
    rules: { "no-restricted-globals": "off" },
  },
  {
    files: ["service-worker.js"],
    languageOptions: {
      globals: Object.fromEntries(
        ["self", "caches", "fetch", "setTimeout", "URL"].map((name) => [name, "readonly"]),
      ),
    },
    rules: { "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
  {
    files: ["scripts/**/*.mjs", "public/**/*.js"],
    languageOptions: {
      globals: Object.fromEntries(
        ["console", "process", "URL", "document", "localStorage", "matchMedia"].map((name) => [
          name,
          "readonly",
        ]),
      ),
    },
    rules: { "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
);
