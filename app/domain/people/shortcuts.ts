import { may, type DeskPermission } from "./permissions";
import type { Person } from "./person";

/**
 * Every key of the desk, in one list. A page adds its keys here and says what they do when it is open; the sheet, the
 * palette and the listener all read this.
 */
export interface Shortcut {
  id: string;
  /** One key, or two pressed one after the other, as `KeyboardEvent.key` says them. */
  keys: readonly string[];
  does: string;
  /** What somebody has to be allowed for it. */
  needs?: DeskPermission;
  /** For a way to another page. */
  to?: string;
  /** Only closes something: works while somebody types, and when single keys are off. */
  closes?: true;
}

const entries = [
  { id: "help", keys: ["?"], does: "The keys that work here" },
  { id: "go.queue", keys: ["g", "q"], does: "Go to my queue", to: "/desk" },
  { id: "go.articles", keys: ["g", "a"], does: "Go to the articles", to: "/desk/articles" },
  { id: "go.claims", keys: ["g", "c"], does: "Go to the claims", to: "/desk/claims" },
  {
    id: "go.approvals",
    keys: ["g", "v"],
    does: "Go to the approvals",
    to: "/desk/approvals",
    needs: "approval.read",
  },
  {
    id: "go.notifications",
    keys: ["g", "n"],
    does: "Go to the notifications",
    to: "/desk/notifications",
  },
  {
    id: "go.insights",
    keys: ["g", "i"],
    does: "Go to the insights",
    to: "/desk/insights",
    needs: "insights.read",
  },
  {
    id: "go.people",
    keys: ["g", "p"],
    does: "Go to the people",
    to: "/desk/people",
    needs: "people.manage",
  },
  { id: "go.settings", keys: ["g", "s"], does: "Go to my settings", to: "/desk/settings" },

  { id: "rows.next", keys: ["j"], does: "Next row" },
  { id: "rows.previous", keys: ["k"], does: "Previous row" },
  { id: "rows.open", keys: ["o"], does: "Open the row in focus, as Enter does" },

  { id: "claims.select", keys: ["x"], does: "Select the claim, or let go of it" },
  { id: "claims.selectRange", keys: ["X"], does: "With Shift: select from the last one to this" },
  { id: "claims.changeSelected", keys: ["b"], does: "Change the selected claims at once" },
  { id: "claims.steps", keys: ["s"], does: "Steps of the claim: assign, dismiss and the others" },
  { id: "claims.search", keys: ["/"], does: "Search" },

  { id: "triage.next", keys: ["j"], does: "Next claim" },
  { id: "triage.previous", keys: ["k"], does: "Previous claim" },
  { id: "triage.accept", keys: ["a"], does: "Accept the claim for checking" },
  { id: "triage.dismiss", keys: ["d"], does: "Dismiss it; asks the reason" },
  { id: "triage.edit", keys: ["e"], does: "Edit its statement" },
  { id: "triage.split", keys: ["s"], does: "Split it into several" },
  { id: "triage.merge", keys: ["m"], does: "Merge it with the next one" },
  { id: "triage.assign", keys: ["i"], does: "Assign it to its two reviewers" },
  {
    id: "triage.propose",
    keys: ["n"],
    does: "New claim from the words selected in the article",
  },
  { id: "triage.close", keys: ["Escape"], does: "Close what is open", closes: true },

  { id: "approval.clear", keys: ["a"], does: "Clear the verdict for publication" },
  { id: "approval.return", keys: ["r"], does: "Return it to its lead; asks the reason" },
  { id: "approval.undo", keys: ["u"], does: "Take the last clearance back" },
  { id: "approval.next", keys: ["j"], does: "Next claim of the lane" },
  { id: "approval.previous", keys: ["k"], does: "Previous claim of the lane" },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof entries)[number]["id"];
export const shortcuts: readonly (Shortcut & { id: ShortcutId })[] = entries;

/** The keys that work on every page of the desk. */
export const deskShortcuts: readonly ShortcutId[] = shortcuts
  .filter(({ id, to }) => id === "help" || to !== undefined)
  .map(({ id }) => id);

/** Those that work now for this person: on every page, and what the open page has added. */
export function workingShortcuts(
  person: Person,
  added: readonly ShortcutId[],
): readonly (Shortcut & { id: ShortcutId })[] {
  const ids = new Set([...deskShortcuts, ...added]);
  return shortcuts.filter(
    ({ id, needs }) => ids.has(id) && (needs === undefined || may(person, needs)),
  );
}

/** What a press means, given what was pressed before it. */
export type Press =
  | { kind: "run"; shortcut: Shortcut & { id: ShortcutId } }
  /** The first of two keys. */
  | { kind: "waits"; key: string }
  | { kind: "nothing" };

/** @param before the first key of two, when it was pressed just now. */
export function readPress(
  working: readonly (Shortcut & { id: ShortcutId })[],
  before: string | null,
  key: string,
): Press {
  const found = working.find(({ keys }) =>
    before === null
      ? keys.length === 1 && keys[0] === key
      : keys.length === 2 && keys[0] === before && keys[1] === key,
  );
  if (found) return { kind: "run", shortcut: found };
  if (before === null && working.some(({ keys }) => keys.length === 2 && keys[0] === key)) {
    return { kind: "waits", key };
  }
  return { kind: "nothing" };
}

/** Where the keyboard is when a key is pressed, and what is pressed with it. */
export interface PressedIn {
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  /** An input method is putting a character together. */
  composing: boolean;
  /** Something nearer has taken it. */
  taken: boolean;
  where: "page" | "text" | "dialog";
}

/** Whether a press can be a shortcut at all; `closing` when only what closes something may answer. */
export function listens(pressed: PressedIn, singleKeys: boolean): "all" | "closing" | "none" {
  const { ctrl, meta, alt, composing, taken, where } = pressed;
  if (ctrl || meta || alt || composing || taken || where === "dialog") return "none";
  return where === "text" || !singleKeys ? "closing" : "all";
}

/** A key as it is written on the keyboard. */
export const keyName = (key: string): string => (key === "Escape" ? "Esc" : key);
