import { useEffect, useRef } from "react";

import type { ClaimAction } from "~/domain/review/workflow";

export interface TriageKeys {
  move(by: 1 | -1): void;
  /** Takes or opens a step of the selected claim; does nothing when it is not legal now. */
  act(action: ClaimAction): void;
  /** Begins a new claim from the selected words of the article. */
  propose(): void;
  close(): void;
  help(): void;
}

const actionKeys = new Map<string, ClaimAction>([
  ["a", "accept"],
  ["d", "dismiss"],
  ["e", "edit_statement"],
  ["s", "split"],
  ["m", "merge"],
]);

/** Every key of the triage page and what it does, for the help sheet. */
export const triageKeyHelp: readonly (readonly [key: string, meaning: string])[] = [
  ["j", "Next claim"],
  ["k", "Previous claim"],
  ["a", "Accept the claim for checking"],
  ["d", "Dismiss it; asks the reason"],
  ["e", "Edit its statement"],
  ["s", "Split it into several"],
  ["m", "Merge it with the next one"],
  ["n", "New claim from the words selected in the article"],
  ["Esc", "Close what is open"],
  ["?", "This help"],
];

/**
 * Single-key shortcuts of the triage page. They do nothing while somebody types, with a modifier key, or in a dialog;
 * Escape works even while typing, because it only closes. Switched off, only Escape is left.
 */
export function useTriageKeyboard(keys: TriageKeys, on: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || inDialog(event.target)) return;
      if (event.key === "Escape") return latest.current.close();
      if (!on || isTyping(event.target)) return;
      if (run(event.key, latest.current)) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);
}

/** True when the key means something here. */
export function run(key: string, keys: TriageKeys): boolean {
  const action = actionKeys.get(key);
  if (action) keys.act(action);
  else if (key === "j") keys.move(1);
  else if (key === "k") keys.move(-1);
  else if (key === "n") keys.propose();
  else if (key === "?") keys.help();
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=radio]), textarea, select"))
  );
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("[role=dialog]") !== null;
}
