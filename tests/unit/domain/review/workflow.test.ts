import { readFileSync, readdirSync } from "node:fs";

import { expect, test } from "vitest";

import { actionLabel, claimStates, transitions } from "~/domain/review/workflow";

/** The rows that the migrations write, read from their text; the integration tests compare with the live table. */
function rowsOfMigration() {
  const sql = readdirSync("supabase/migrations")
    .map((name) => readFileSync(`supabase/migrations/${name}`, "utf8"))
    .flatMap((text) => text.match(/insert into public\.workflow_transitions[^;]*;/g) ?? [])
    .join();
  return [...sql.matchAll(/\('(\w+)', '(\w+)', '(\w+)', '\{([\w,]+)\}', (true|false)\)/g)].map(
    ([, from, action, to, by, reason]) => ({
      from,
      action,
      to,
      by: by?.split(","),
      reasonRequired: reason === "true",
    }),
  );
}

test("the database enforces exactly the rows that the pages show", () => {
  const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  expect(inOrder(rowsOfMigration())).toEqual(inOrder(transitions));
});

test("every state but the last can be left, and every state can be reached", () => {
  for (const state of claimStates) {
    if (state !== "retracted") expect(transitions.some((row) => row.from === state)).toBe(true);
    if (state !== "proposed") expect(transitions.some((row) => row.to === state)).toBe(true);
  }
});

test("every action in the table has a name that people read", () => {
  for (const { action } of transitions) expect(actionLabel[action]).toMatch(/\w/);
});
