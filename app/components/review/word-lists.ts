import { styleOf } from "./inert-html";

/** A paragraph that Word draws as an item of a list. */
interface WordItem {
  paragraph: Element;
  level: number;
  isOrdered: boolean;
}

/**
 * Makes lists of the paragraphs that Word writes for them: each has its level in its style and its sign as words, which
 * would otherwise stand in the text.
 */
export function listsFromWord(body: Element): void {
  let run: WordItem[] = [];
  for (const paragraph of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const item = itemOf(paragraph);
    if (run.length > 0 && (!item || !follows(paragraph, run.at(-1)?.paragraph))) {
      replaceRun(run);
      run = [];
    }
    if (item) run.push(item);
  }
  replaceRun(run);
}

function itemOf(paragraph: Element): WordItem | null {
  const level = /mso-list:l\d+level(\d+)/.exec(styleOf(paragraph))?.[1];
  if (level === undefined) return null;
  const sign = [...paragraph.querySelectorAll("[data-style]")].find((node) =>
    styleOf(node).includes("mso-list:ignore"),
  );
  const isOrdered = /^\s*\(?[0-9a-z]{1,4}[.)]/i.test(sign?.textContent ?? "");
  sign?.remove();
  return { paragraph, level: Number(level), isOrdered };
}

const follows = (paragraph: Element, before: Element | undefined): boolean =>
  paragraph.previousElementSibling === before;

function replaceRun(run: readonly WordItem[]): void {
  const [first] = run;
  if (!first) return;
  const document = first.paragraph.ownerDocument;
  const open: { level: number; isOrdered: boolean; list: Element }[] = [];
  const top = document.createElement("div");
  first.paragraph.before(top);
  for (const { paragraph, level, isOrdered } of run) {
    const isOver = (last: (typeof open)[number] | undefined) =>
      last && (last.level > level || (last.level === level && last.isOrdered !== isOrdered));
    while (isOver(open.at(-1))) open.pop();
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = document.createElement(isOrdered ? "ol" : "ul");
      (open.at(-1)?.list.lastElementChild ?? top).append(list);
      open.push({ level, isOrdered, list });
    }
    const item = document.createElement("li");
    const words = document.createElement("p");
    words.append(...paragraph.childNodes);
    item.append(words);
    open.at(-1)?.list.append(item);
    paragraph.remove();
  }
}
