import type { PressedIn } from "~/domain/people/shortcuts";

/** Fields in which letters are not written. */
const wordless = "[type=radio], [type=checkbox], [type=submit], [type=button], [type=file]";

/** Reads from an event where the keyboard is. `data-keys="off"` marks a part of a page in which letters belong to it. */
export function pressedIn(event: KeyboardEvent): PressedIn {
  const { target } = event;
  return {
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    composing: event.isComposing || event.key === "Process" || event.key === "Dead",
    taken: event.defaultPrevented,
    where: target instanceof HTMLElement ? whereOf(target) : "page",
  };
}

function whereOf(target: HTMLElement): PressedIn["where"] {
  // A dialog is open somewhere, though the focus may not have come to it yet.
  if (target.closest("[role=dialog]") || document.querySelector("[data-modal]")) return "dialog";
  if (target.isContentEditable || target.closest('[data-keys="off"]')) return "text";
  if (target.matches("textarea, select")) return "text";
  return target.matches("input") && !target.matches(wordless) ? "text" : "page";
}
