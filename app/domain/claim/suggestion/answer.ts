import { z } from "zod";

/** What a model said, before anything of it is believed. `quote` is null for a rewording. */
export interface ModelStatement {
  statement: string;
  quote: string | null;
}

const rewriteAnswer = z.object({ statement: z.string() });
const splitAnswer = z.object({
  parts: z.array(z.object({ statement: z.string(), quote: z.string() })).max(20),
});

/** Reads a rewording out of a model's answer; null when there is none in it. */
export function readRewrite(answer: string): ModelStatement | null {
  const parsed = rewriteAnswer.safeParse(jsonIn(answer));
  return parsed.success ? { statement: parsed.data.statement, quote: null } : null;
}

/** Reads the parts of a split out of a model's answer; null when it does not hold any. */
export function readSplit(answer: string): ModelStatement[] | null {
  const parsed = splitAnswer.safeParse(jsonIn(answer));
  return parsed.success ? parsed.data.parts : null;
}

/** Models think aloud and wrap their answer in fences; what counts is the object between the outermost braces. */
function jsonIn(answer: string): unknown {
  const said = answer.slice(answer.lastIndexOf("</think>") + 1);
  const from = said.indexOf("{");
  const to = said.lastIndexOf("}");
  if (from < 0 || to < from) return null;
  try {
    return JSON.parse(said.slice(from, to + 1));
  } catch {
    return null;
  }
}
