import { expect, it } from "vitest";

import { run, triageKeyHelp, type TriageKeys } from "~/components/desk/triage-keyboard";

function recorded(): { keys: TriageKeys; done: string[] } {
  const done: string[] = [];
  return {
    done,
    keys: {
      move: (by) => done.push(`move ${by}`),
      act: (action) => done.push(action),
      propose: () => done.push("propose"),
      close: () => done.push("close"),
      help: () => done.push("help"),
    },
  };
}

it.each([
  ["j", "move 1"],
  ["k", "move -1"],
  ["a", "accept"],
  ["d", "dismiss"],
  ["e", "edit_statement"],
  ["s", "split"],
  ["m", "merge"],
  ["n", "propose"],
  ["?", "help"],
])("%s does: %s", (key, expected) => {
  const { keys, done } = recorded();
  expect(run(key, keys)).toBe(true);
  expect(done).toEqual([expected]);
});

it("leaves every other key to the browser", () => {
  const { keys, done } = recorded();
  for (const key of ["x", "A", "Enter", "Tab", "ArrowDown", " "])
    expect(run(key, keys)).toBe(false);
  expect(done).toEqual([]);
});

it("names every key in the help sheet", () => {
  const { keys } = recorded();
  for (const [key] of triageKeyHelp) expect(key === "Esc" || run(key, keys)).toBe(true);
});
