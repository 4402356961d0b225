import { describe, expect, it } from "vitest";

import type { Person, Role } from "~/domain/people/person";
import {
  deskShortcuts,
  listens,
  readPress,
  shortcuts,
  workingShortcuts,
  type PressedIn,
  type ShortcutId,
} from "~/domain/people/shortcuts";

const person = (role: Role): Person => ({ id: "p", name: "P", role });
const run = (added: readonly ShortcutId[], ...keys: string[]) => {
  const working = workingShortcuts(person("admin"), added);
  let before: string | null = null;
  for (const key of keys) {
    const press = readPress(working, before, key);
    if (press.kind === "run") return press.shortcut.id;
    before = press.kind === "waits" ? press.key : null;
  }
  return before === null ? "nothing" : "waits";
};

const pagesOf = (page: string) =>
  shortcuts.filter(({ id }) => id.startsWith(`${page}.`)).map(({ id }) => id);

it("has no two shortcuts of one page, or of a page and the desk, on one key", () => {
  const pages = [...new Set(shortcuts.map(({ id }) => id.split(".")[0] ?? ""))];
  for (const page of pages) {
    const together = shortcuts.filter(
      ({ id }) => deskShortcuts.includes(id) || id.startsWith(`${page}.`),
    );
    const keys = together.map(({ keys: pressed }) => pressed.join(" "));
    expect(new Set(keys).size, page).toBe(keys.length);
    // A key that begins two would never do anything by itself.
    expect(keys.filter((key) => key === "g")).toEqual([]);
  }
});

it.each([
  [["g", "q"], "go.queue"],
  [["g", "v"], "go.approvals"],
  [["g"], "waits"],
  [["g", "z", "q"], "nothing"],
  [["?"], "help"],
  [["j"], "triage.next"],
  [["k"], "triage.previous"],
  [["a"], "triage.accept"],
  [["d"], "triage.dismiss"],
  [["e"], "triage.edit"],
  [["s"], "triage.split"],
  [["m"], "triage.merge"],
  [["i"], "triage.assign"],
  [["n"], "triage.propose"],
  // After `g` a letter is where to go, and never what it does by itself.
  [["g", "a"], "go.articles"],
])("%j on the triage page: %s", (keys, expected) => {
  expect(run(pagesOf("triage"), ...keys)).toBe(expected);
});

it("leaves every other key to the browser", () => {
  for (const key of ["x", "A", "Enter", "Tab", "ArrowDown", " "]) {
    expect(run(pagesOf("triage"), key)).toBe("nothing");
  }
});

it("offers nobody a way to where they may not go", () => {
  const waysOf = (role: Role) => workingShortcuts(person(role), []).flatMap(({ to }) => to ?? []);
  expect(waysOf("reviewer")).toEqual([
    "/desk",
    "/desk/articles",
    "/desk/claims",
    "/desk/notifications",
    "/desk/settings",
  ]);
  expect(waysOf("editor")).toContain("/desk/approvals");
  expect(waysOf("editor")).not.toContain("/desk/people");
  expect(waysOf("admin")).toContain("/desk/people");
});

describe("a press is heard", () => {
  const bare: PressedIn = {
    ctrl: false,
    meta: false,
    alt: false,
    composing: false,
    taken: false,
    where: "page",
  };
  it.each<[Partial<PressedIn>, boolean, string]>([
    [{}, true, "all"],
    [{}, false, "closing"],
    [{ where: "text" }, true, "closing"],
    [{ where: "dialog" }, true, "none"],
    [{ ctrl: true }, true, "none"],
    [{ meta: true }, true, "none"],
    [{ alt: true }, true, "none"],
    [{ composing: true }, true, "none"],
    [{ taken: true }, true, "none"],
  ])("%j with single keys %s: %s", (over, singleKeys, expected) => {
    expect(listens({ ...bare, ...over }, singleKeys)).toBe(expected);
  });
});
