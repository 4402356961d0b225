import type { Evidence } from "~/domain/evidence/evidence";
import type { RichTextBlock, TextRun } from "~/domain/verdict/rich-text";

/** A paragraph of plain words and runs such as links. */
export function paragraph(...parts: (string | TextRun)[]): RichTextBlock {
  return {
    type: "paragraph",
    runs: parts.map((part) => (typeof part === "string" ? { text: part } : part)),
  };
}

export function quotation(text: string): RichTextBlock {
  return { type: "quote", blocks: [paragraph(text)] };
}

export function points(...items: string[]): RichTextBlock {
  return { type: "list", ordered: false, items: items.map((item) => [paragraph(item)]) };
}

type Known = Pick<Evidence, "id" | "title" | "publisher" | "stance" | "sourceType" | "note">;

/** One source; what is not known of it (address, date, its own words) stays empty instead of being guessed. */
export function source(known: Known & Partial<Evidence>): Evidence {
  return { url: "", publishedOn: "", excerpt: "", locator: "", accessedOn: "", ...known };
}
