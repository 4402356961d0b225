import { useEffect, useRef } from "react";

export interface ClaimsKeys {
  move(by: 1 | -1): void;
  /** Selects the claim in focus, or everything from the last one touched to it. */
  select(isRange: boolean): void;
  /** Opens the steps of the claim in focus. */
  steps(): void;
  search(): void;
  help(): void;
}

export const claimsKeyHelp: readonly (readonly [key: string, meaning: string])[] = [
  ["j", "Next claim"],
  ["k", "Previous claim"],
  ["Enter", "Open the claim"],
  ["x", "Select the claim, or let go of it"],
  ["X", "With Shift: select from the last one to this"],
  ["s", "Steps of the claim: assign, dismiss and the others"],
  ["/", "Search"],
  ["?", "This help"],
];

/** True when the key means something here. */
export function runKey(key: string, keys: ClaimsKeys): boolean {
  if (key === "j") keys.move(1);
  else if (key === "k") keys.move(-1);
  else if (key === "x" || key === "X") keys.select(key === "X");
  else if (key === "s") keys.steps();
  else if (key === "/") keys.search();
  else if (key === "?") keys.help();
  else return false;
  return true;
}

/** Single-key shortcuts of the list; silent while somebody types, in a dialog, and when they are switched off. */
export function useClaimsKeyboard(keys: ClaimsKeys, on: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || isElsewhere(event.target)) return;
      if (runKey(event.key, latest.current)) event.preventDefault();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input:not([type=checkbox]), textarea, select") ||
    target.closest("[role=dialog]") !== null);
