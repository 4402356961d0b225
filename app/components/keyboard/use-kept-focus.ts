import { useLocation } from "@remix-run/react";
import { useEffect, useRef, type RefObject } from "react";

const isLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/**
 * When another page of the desk has come, and what had the keyboard went with the last one, the keyboard is where the
 * content begins: nobody goes through the bar again, and a screen reader says what came.
 */
export function useFocusOnArrival(content: RefObject<HTMLElement>): void {
  const { pathname, hash } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (hash === "" && isLost()) content.current?.focus({ preventScroll: true });
  }, [content, pathname, hash]);
}

/**
 * What comes late into this box, or grows in it, pushes no field below it that has the keyboard out of sight.
 *
 * @param arrived changes when that happens.
 */
export function useFocusInSight(box: RefObject<HTMLElement>, arrived: unknown): void {
  useEffect(() => {
    const active = document.activeElement;
    if (!box.current || !active || !box.current.closest("form")?.contains(active)) return;
    const isBelow =
      box.current.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING &&
      !box.current.contains(active);
    if (isBelow) active.scrollIntoView({ block: "nearest" });
  }, [box, arrived]);
}

/**
 * When a step that this person sent is done, and what had the keyboard is gone, gives it a place again. What others do
 * meanwhile moves nobody's keyboard.
 */
export function useFocusAfterStep(busy: boolean, give: () => void): void {
  const latest = useRef(give);
  const wasBusy = useRef(busy);
  useEffect(() => {
    latest.current = give;
  });
  useEffect(() => {
    const isDone = wasBusy.current && !busy;
    wasBusy.current = busy;
    if (isDone && isLost()) latest.current();
  }, [busy]);
}
