import { z } from "zod";

import { safeLink } from "./safe-link";

/**
 * A rationale as data: a small tree with a closed list of blocks and marks. It is what gets signed and published, so
 * it is never HTML; pages draw it node by node, and what is not on the list cannot be written down.
 */
export interface TextRun {
  text: string;
  bold?: true | undefined;
  italic?: true | undefined;
  href?: string | undefined;
}

/** A reference to a piece of the same verdict's evidence, by its id. Its number is that of the source in the list. */
export interface Footnote {
  footnote: string;
}

export type Run = TextRun | Footnote;

export const isFootnote = (part: Run): part is Footnote => "footnote" in part;

export interface Paragraph {
  type: "paragraph";
  runs: Run[];
}

/** No table, list or quotation stands in a cell, and no cell spans others: so each can be drawn and read out simply. */
export interface TableCell {
  header?: true | undefined;
  blocks: Paragraph[];
}

export type RichTextBlock =
  | Paragraph
  | { type: "heading"; level: 2 | 3; runs: Run[] }
  | { type: "quote"; blocks: RichTextBlock[] }
  | { type: "list"; ordered: boolean; items: RichTextBlock[][] }
  | { type: "table"; rows: TableCell[][] };

export type RichText = RichTextBlock[];

const run = z.union([
  z.strictObject({
    text: z.string(),
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    href: z
      .string()
      .refine((href) => safeLink(href) !== null)
      .optional(),
  }),
  z.strictObject({ footnote: z.string().min(1) }),
]);

const paragraph = z.strictObject({ type: z.literal("paragraph"), runs: z.array(run) });

const cell = z.strictObject({ header: z.literal(true).optional(), blocks: z.array(paragraph) });

const block: z.ZodType<RichTextBlock> = z.lazy(() =>
  z.discriminatedUnion("type", [
    paragraph,
    z.strictObject({
      type: z.literal("heading"),
      level: z.union([z.literal(2), z.literal(3)]),
      runs: z.array(run),
    }),
    z.strictObject({ type: z.literal("quote"), blocks: z.array(block) }),
    z.strictObject({
      type: z.literal("list"),
      ordered: z.boolean(),
      items: z.array(z.array(block)),
    }),
    z.strictObject({ type: z.literal("table"), rows: z.array(z.array(cell)).min(1) }),
  ]),
) as z.ZodType<RichTextBlock>;

/** How deep quotes and lists may stand in each other. */
export const nestingLimit = 8;

export const richTextSchema: z.ZodType<RichText> = z
  .unknown()
  .refine((value) => within(value, nestingLimit * 4), "The rationale is nested too deeply.")
  .pipe(z.array(block));

function within(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => within(inner, levels - 1));
}

/** What runs say. Footnotes are left out where nothing says how they are shown. */
export function textOfRuns(runs: readonly Run[], shown: (footnote: Footnote) => string = () => "") {
  return runs.map((part) => (isFootnote(part) ? shown(part) : part.text)).join("");
}

/** The words alone, blocks and rows separated by a line break, cells by a tab; without footnotes. */
export function plainText(blocks: RichText): string {
  return blocks
    .map((item) => {
      switch (item.type) {
        case "paragraph":
        case "heading":
          return textOfRuns(item.runs);
        case "quote":
          return plainText(item.blocks);
        case "list":
          return item.items.map(plainText).join("\n");
        case "table":
          return item.rows
            .map((row) => row.map(({ blocks: inner }) => plainText(inner)).join("\t"))
            .join("\n");
      }
    })
    .join("\n")
    .trim();
}
