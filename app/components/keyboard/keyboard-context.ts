import { createContext, useContext, useEffect, useRef } from "react";

import type { ShortcutId } from "~/domain/people/shortcuts";

/** What a page does for its keys. */
export type KeyHandlers = Partial<Record<ShortcutId, (() => void) | undefined>>;

export interface Keyboard {
  /** Adds what a page does for as long as it is open; answers with how to take it away. */
  add(handlers: () => KeyHandlers): () => void;
  openSheet(): void;
  openPalette(): void;
}

export const KeyboardContext = createContext<Keyboard>({
  add: () => () => undefined,
  openSheet: () => undefined,
  openPalette: () => undefined,
});

export const useKeyboard = (): Keyboard => useContext(KeyboardContext);

/** Says what the keys of the registry do while this is shown; a handler that is left out has no key. */
export function useShortcuts(handlers: KeyHandlers): void {
  const { add } = useKeyboard();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => add(() => latest.current), [add]);
}
