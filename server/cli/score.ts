import { z } from "zod";

import { mayBeEnglish } from "~/domain/claim/english";
import { scoreOf, worthChecking } from "~/domain/claim/score/score";

import { eachLine } from "./each-line";

const sentence = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/**
 * `score FILE.jsonl`: for every sentence how much it deserves a check, 0 to 1 with four decimals, and 1 or 0 as its
 * label. A sentence in another language gets no confidence: 0, and a note that says why.
 */
export const score = (args: string[]): Promise<number> =>
  eachLine(
    args,
    'Name one file, or - for standard input: score FILE.jsonl, with lines {"id","text"}',
    sentence,
    ({ id, text }) => {
      if (!mayBeEnglish(text)) return [{ id, score: 0, label: 0, note: "not English" }];
      const exact = scoreOf(text);
      return [{ id, score: Number(exact.toFixed(4)), label: exact >= worthChecking ? 1 : 0 }];
    },
  );
