import fc from "fast-check";

import { fitToEditor } from "~/collab/rationale";
import { sourceTypes, stances, type Evidence } from "~/domain/evidence/evidence";
import { ratings } from "~/domain/verdict/rating";
import type { RichText, RichTextBlock, Run, TextRun } from "~/domain/verdict/rich-text";
import { safeLink } from "~/domain/verdict/safe-link";
import type { ReviewDraft } from "~/domain/verdict/verdict";

const words = fc
  .string({ unit: "grapheme", maxLength: 40 })
  .map((text) => text.replaceAll("\u0000", ""));
const link = fc.webUrl({ withFragments: true }).filter((url) => safeLink(url) !== null);

const textRun: fc.Arbitrary<TextRun> = fc
  .record({
    text: fc.oneof(words, fc.constant("\n"), fc.constant("one\ntwo")),
    bold: fc.boolean(),
    italic: fc.boolean(),
    href: fc.option(link, { nil: null }),
  })
  .map(({ text, bold, italic, href }) => ({
    text,
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(href === null ? {} : { href: safeLink(href) ?? "" }),
  }));

const run: fc.Arbitrary<Run> = fc.oneof(
  { weight: 5, arbitrary: textRun },
  { weight: 1, arbitrary: fc.uuid().map((footnote) => ({ footnote })) },
);

const paragraph = fc.record({
  type: fc.constant("paragraph" as const),
  runs: fc.array(run, { maxLength: 4 }),
});

const cell = fc
  .record({ isHeader: fc.boolean(), blocks: fc.array(paragraph, { maxLength: 2 }) })
  .map(({ isHeader, blocks }) => ({ ...(isHeader ? { header: true as const } : {}), blocks }));

const { block } = fc.letrec<{ block: RichTextBlock }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    paragraph,
    fc.record({
      type: fc.constant("heading" as const),
      level: fc.constantFrom(2 as const, 3 as const),
      runs: fc.array(run, { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant("quote" as const),
      blocks: fc.array(tie("block"), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant("list" as const),
      ordered: fc.boolean(),
      items: fc.array(fc.array(tie("block"), { maxLength: 3 }), { maxLength: 3 }),
    }),
    fc.record({
      type: fc.constant("table" as const),
      rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
    }),
  ),
}));

/** Rationales in the editor's own shape, with words at both ends. */
export const rationale: fc.Arbitrary<RichText> = fc
  .array(block, { maxLength: 6 })
  .map((blocks) => [
    { type: "heading" as const, level: 2 as const, runs: [{ text: "Why" }] },
    ...fitToEditor(blocks),
    { type: "paragraph" as const, runs: [{ text: "End." }] },
  ]);

const date = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

export const evidence: fc.Arbitrary<Evidence> = fc.record({
  id: fc.uuid(),
  title: words,
  url: fc.oneof(
    fc.constant(""),
    link.map((url) => safeLink(url) ?? ""),
  ),
  publisher: words,
  publishedOn: fc.oneof(fc.constant(""), date),
  stance: fc.constantFrom(...stances),
  sourceType: fc.constantFrom(...sourceTypes),
  excerpt: words,
  locator: words,
  note: words,
  accessedOn: fc.oneof(fc.constant(""), date),
});

export const draft: fc.Arbitrary<ReviewDraft> = fc.record({
  rating: fc.option(fc.constantFrom(...ratings), { nil: null }),
  summary: words,
  rationale,
  evidence: fc.uniqueArray(evidence, { maxLength: 5, selector: (item) => item.id }),
});
