import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import regexp from "eslint-plugin-regexp";
import globals from "globals";
import tseslint from "typescript-eslint";

const forbid = (files, patterns) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns }] },
});

const routes = { regex: "^~/routes(/|$)", message: "Nothing imports a route." };
const server = { regex: "(^|/)server/", message: "Only server/ imports server/." };
const outside = { regex: "^(react|@remix-run|@supabase|node:|ws|yjs)", message: "Keep this pure." };

export default tseslint.config(
  { ignores: ["build", "test-results", ".data", "bench/results"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  reactHooks.configs.flat.recommended,
  { languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    rules: {
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // An augmented interface of a library has no members of its own.
      "@typescript-eslint/no-empty-object-type": [
        "error",
        { allowInterfaces: "with-single-extends" },
      ],
    },
  },
  {
    // Text from outside must not be able to hold the process up.
    plugins: { regexp },
    rules: { "regexp/no-super-linear-backtracking": "error" },
  },
  forbid(
    ["app/domain/**"],
    [outside, { regex: "^~/(?!domain/)", message: "The domain imports nothing of ours." }],
  ),
  forbid(
    ["app/commands/**"],
    [
      outside,
      { regex: "^~/(?!domain/|commands/)", message: "Commands know the domain and ports." },
    ],
  ),
  forbid(
    ["app/data/**"],
    [routes, server, { regex: "^(react|@remix-run)", message: "Data knows no pages." }],
  ),
  forbid(
    ["app/components/**"],
    [
      routes,
      server,
      { regex: "^~/(data|commands)/", message: "Components take values and callbacks." },
      { regex: "^@supabase", message: "Components never fetch." },
    ],
  ),
  forbid(["app/collab/**"], [routes, server, { regex: "^@supabase", message: "Through a port." }]),
  forbid(["app/routes/**"], [server, { regex: "^@supabase", message: "Routes ask a port." }]),
  forbid(["server/**"], [routes]),
);
