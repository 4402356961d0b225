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

export type RichTextBlock =
  | { type: "paragraph"; runs: TextRun[] }
  | { type: "heading"; level: 2 | 3; runs: TextRun[] }
  | { type: "quote"; blocks: RichTextBlock[] }
  | { type: "list"; ordered: boolean; items: RichTextBlock[][] };

export type RichText = RichTextBlock[];

const run = z.strictObject({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  href: z
    .string()
    .refine((href) => safeLink(href) !== null)
    .optional(),
});

const block: z.ZodType<RichTextBlock> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("paragraph"), runs: z.array(run) }),
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

/** The words alone, blocks separated by a line break. */
export function plainText(blocks: RichText): string {
  return blocks
    .map((item) => {
      switch (item.type) {
        case "paragraph":
        case "heading":
          return item.runs.map((part) => part.text).join("");
        case "quote":
          return plainText(item.blocks);
        case "list":
          return item.items.map(plainText).join("\n");
      }
    })
    .join("\n")
    .trim();
}
