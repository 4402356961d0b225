import { useCallback, useSyncExternalStore } from "react";
import type { Awareness } from "y-protocols/awareness";

const versions = new WeakMap<object, number>();
const versionOf = (thing: object): number => versions.get(thing) ?? 0;
const raiseVersion = (thing: object): void => void versions.set(thing, versionOf(thing) + 1);

/** A shared type, as far as watching it goes. */
interface Watchable {
  observeDeep(listener: () => void): void;
  unobserveDeep(listener: () => void): void;
}

/** Draws again whenever the shared type or anything in it changes. Read the type while drawing. */
export function useY(type: Watchable): void {
  const subscribe = useCallback(
    (changed: () => void) => {
      const listener = () => {
        raiseVersion(type);
        changed();
      };
      type.observeDeep(listener);
      // What changed between drawing and subscribing must not be missed.
      raiseVersion(type);
      return () => type.unobserveDeep(listener);
    },
    [type],
  );
  useSyncExternalStore(
    subscribe,
    () => versionOf(type),
    () => 0,
  );
}

/** Draws again whenever somebody comes, goes, or moves. */
export function useAwareness(awareness: Awareness): void {
  const subscribe = useCallback(
    (changed: () => void) => {
      const listener = () => {
        raiseVersion(awareness);
        changed();
      };
      awareness.on("change", listener);
      raiseVersion(awareness);
      return () => awareness.off("change", listener);
    },
    [awareness],
  );
  useSyncExternalStore(
    subscribe,
    () => versionOf(awareness),
    () => 0,
  );
}
