import { z } from "zod";

import { cutSentences } from "~/domain/claim/sentences";

import { eachLine } from "./each-line";

const document = z.object({
  doc: z.union([z.string(), z.number()]),
  paragraphs: z.array(z.string()),
});

/** `sentences FILE.jsonl`: the sentences of every paragraph of every document, counted from 0. */
export const sentences = (args: string[]): Promise<number> =>
  eachLine(
    args,
    'Name one file, or - for standard input: sentences FILE.jsonl, with lines {"doc","paragraphs"}',
    document,
    function* ({ doc, paragraphs }) {
      for (const [par, text] of paragraphs.entries()) {
        const spans = cutSentences(text, { start: 0, end: text.length });
        yield { doc, par, sentences: spans.map(({ start, end }) => text.slice(start, end)) };
      }
    },
  );
