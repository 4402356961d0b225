import { useEffect, useRef } from "react";

import { markId } from "./triage-article";
import { rowId } from "./triage-claims";

/**
 * Keeps the selected claim in view: its passage in the article's own scrolling pane, and, when the selection changes,
 * its row, which then gets the keyboard. `pane` is the one that shows on a narrow screen.
 */
export function useFollow(selected: string | null, pane: string): void {
  const before = useRef(selected);
  useEffect(() => {
    if (selected === null) return;
    showInPane(document.getElementById(markId(selected)));
    if (before.current === selected) return;
    before.current = selected;
    focusRow(selected);
  }, [selected, pane]);
}

/** Gives a claim's row the keyboard and brings it into view. */
export function focusRow(claimId: string): void {
  const row = document.getElementById(rowId(claimId));
  row?.querySelector<HTMLElement>("[data-claim-link]")?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

/** Scrolls nothing but the pane around it, and the page only where the pane does not scroll by itself. */
function showInPane(mark: HTMLElement | null): void {
  const pane = mark?.closest("[data-scroll-pane]");
  if (!mark || !pane) return;
  if (pane.scrollHeight <= pane.clientHeight) {
    if (pane.clientHeight > window.innerHeight) mark.scrollIntoView({ block: "center" });
    return;
  }
  const place = mark.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (place.top >= frame.top + 60 && place.bottom <= frame.bottom - 60) return;
  pane.scrollTop += place.top - frame.top - frame.height / 3;
}
