/** Something that the open page offers, as its buttons and links say it. */
export interface PageCommand {
  name: string;
  run(): void;
}

const offered = "main button, main summary, main a[href]";
/** Parts that are worked in rather than chosen from, and rows that the keyboard is not in. */
const passedOver = "[role=toolbar], [contenteditable=true], [role=dialog], [data-palette=off]";
const rows = "[data-row], [data-claim], li[id^='claim-']";

/**
 * Everything that can be done on the page, read from what it draws: a page draws only what is legal for this person
 * now. Of lists it is the row that has the keyboard, or is selected.
 */
export function pageCommands(): PageCommand[] {
  const active = document.activeElement?.closest(rows) ?? null;
  const found = new Map<string, PageCommand>();
  for (const element of document.querySelectorAll<HTMLElement>(offered)) {
    if (!isShown(element) || element.closest(passedOver)) continue;
    if (element.matches(":disabled, [aria-disabled=true], [aria-current=page]")) continue;
    const row = element.closest(rows);
    if (row && row !== active && !row.matches("[data-selected]")) continue;
    const name = nameOf(element);
    if (name === "" || found.has(name)) continue;
    found.set(name, { name, run: () => take(element) });
  }
  return [...found.values()];
}

const isShown = (element: HTMLElement): boolean => element.checkVisibility();

function nameOf(element: HTMLElement): string {
  const words = element.getAttribute("aria-label") ?? wordsOf(element);
  const name = words.replace(/\s+/g, " ").trim();
  return name.length > 90 ? `${name.slice(0, 89)}…` : name;
}

/** Its text, without the keys that it names. */
const wordsOf = (node: Node): string =>
  [...node.childNodes]
    .map((child) =>
      child.nodeName === "KBD"
        ? ""
        : child.nodeType === Node.TEXT_NODE
          ? child.textContent
          : wordsOf(child),
    )
    .join("");

/** A form that asks for something is led to, one that asks for nothing is sent, and everything else is as if clicked. */
function take(element: HTMLElement): void {
  const asked =
    element instanceof HTMLButtonElement && element.type === "submit"
      ? firstField(element.form)
      : null;
  if (asked) {
    asked.focus();
    asked.scrollIntoView({ block: "center" });
    return;
  }
  element.focus();
  element.click();
  if (element.tagName === "SUMMARY") {
    element.parentElement
      ?.querySelector<HTMLElement>("textarea, input:not([type=hidden])")
      ?.focus();
  }
}

function firstField(form: HTMLFormElement | null): HTMLElement | null {
  const fields = form?.querySelectorAll<HTMLElement>("textarea, select, input:not([type=hidden])");
  return [...(fields ?? [])].find(isShown) ?? null;
}
