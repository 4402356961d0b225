import { useShortcuts } from "./keyboard-context";

const rowLinks = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>("main [data-row-link]")].filter((link) =>
    link.checkVisibility(),
  );

/** The link of the row that has the keyboard. */
export function linkInFocus(links: readonly HTMLElement[] = rowLinks()): number {
  const active = document.activeElement;
  if (active === null || active === document.body) return -1;
  const row = active.closest("[data-row]");
  return links.findIndex((link) => link === active || (row !== null && row.contains(link)));
}

/** Moves the keyboard from row to row: to the first when it is in none. Scrolls no further than it must. */
export function focusRow(by: 1 | -1): void {
  const links = rowLinks();
  const at = linkInFocus(links);
  const next = links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)];
  if (!next) return;
  next.focus({ preventScroll: true });
  (next.closest("[data-row]") ?? next).scrollIntoView({ block: "nearest" });
}

/** `j`, `k` and `o` on a page whose rows are marked with `data-row`, and the link of each with `data-row-link`. */
export function useRowKeys(isOn = true): void {
  useShortcuts(
    isOn
      ? {
          "rows.next": () => focusRow(1),
          "rows.previous": () => focusRow(-1),
          "rows.open": () => {
            const links = rowLinks();
            links[linkInFocus(links)]?.click();
          },
        }
      : {},
  );
}
