import { readdir, readFile } from "node:fs/promises";

import { expect, test } from "vitest";

import { deskPlaces, placesOf } from "~/domain/people/desk-places";
import { may, type DeskPermission } from "~/domain/people/permissions";
import { roles, type Person } from "~/domain/people/person";
import { shortcuts, workingShortcuts } from "~/domain/people/shortcuts";

/** Every page of the desk whose address has no parameter, with what its loader asks of a person. */
async function pages(): Promise<{ path: string; needs: DeskPermission | null }[]> {
  const files = (await readdir("app/routes")).filter((file) => /^desk\.[^$]+\.tsx$/.test(file));
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(`app/routes/${file}`, "utf8");
      const [, needs = null] = /requirePerson\(\s*context,\s*request,\s*"([^"]+)"/.exec(text) ?? [];
      const path = `/${file
        .replace(/(\._index)?\.tsx$/, "")
        .replaceAll("_.", "/")
        .replaceAll(".", "/")}`;
      return { path, needs: needs as DeskPermission | null };
    }),
  );
}

const person = (role: Person["role"]): Person => ({ id: "p", name: "P", role });
const offeredTo = (who: Person): string[] => [
  ...workingShortcuts(who, []).flatMap(({ to }) => to ?? []),
  ...placesOf(who).map(({ to }) => to),
];

test("every page of the desk is reached by its name from every other, by whom it is open to", async () => {
  const found = await pages();
  expect(found.length).toBeGreaterThan(14);
  for (const role of roles.filter((one) => one !== "reader")) {
    const offered = offeredTo(person(role));
    for (const { path, needs } of found) {
      expect(offered.includes(path), `${path} for a ${role}`).toBe(
        may(person(role), needs ?? "desk.enter"),
      );
    }
  }
});

test("no page has two names, and no name two pages", () => {
  const ways = [...shortcuts.filter(({ to }) => to !== undefined), ...deskPlaces];
  expect(new Set(ways.map(({ to }) => to)).size).toBe(ways.length);
  expect(new Set(ways.map(({ does }) => does)).size).toBe(ways.length);
});
