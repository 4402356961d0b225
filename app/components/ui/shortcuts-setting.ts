import { useSyncExternalStore } from "react";

const key = "countersign.shortcuts";
const changed = "countersign:shortcuts";

function subscribe(notify: () => void): () => void {
  window.addEventListener("storage", notify);
  window.addEventListener(changed, notify);
  return () => {
    window.removeEventListener("storage", notify);
    window.removeEventListener(changed, notify);
  };
}

/** A browser may forbid storage altogether; shortcuts are then on, and the switch lasts until the page is left. */
let remembered: string | null = null;

function read(): boolean {
  try {
    remembered = window.localStorage.getItem(key) ?? remembered;
  } catch {
    return remembered !== "off";
  }
  return remembered !== "off";
}

function write(on: boolean): void {
  remembered = on ? "on" : "off";
  try {
    window.localStorage.setItem(key, remembered);
  } catch {
    // Nothing to tell: `remembered` holds the choice for as long as the page lives.
  }
  window.dispatchEvent(new Event(changed));
}

/** Whether single-key shortcuts are on (WCAG 2.2, 2.1.4), the same in all tabs, and the switch for it. */
export function useShortcutsSetting(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, read, () => true);
  return [on, write];
}
