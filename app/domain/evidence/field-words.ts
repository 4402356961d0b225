import type { Evidence } from "./evidence";

/** What the fields of a source are called on the desk. */
export const evidenceFieldWords: Record<keyof Evidence, string> = {
  id: "Id",
  title: "Title",
  url: "Address",
  publisher: "Publisher",
  publishedOn: "Published on",
  stance: "How it bears on the claim",
  sourceType: "Kind of source",
  excerpt: "Excerpt",
  locator: "Place in the source",
  note: "Note",
  accessedOn: "Accessed on",
  author: "Author",
  derivedFrom: "Derived from",
  accessedBy: "Accessed by",
};

/** A source as lines of plain text, a field each; fields that say nothing are left out. */
export function evidenceLines(item: Evidence): string[] {
  return (Object.keys(evidenceFieldWords) as (keyof Evidence)[])
    .filter((field) => field !== "id" && (item[field] ?? "") !== "")
    .map((field) => `${evidenceFieldWords[field]}: ${item[field]}`);
}
