import { z } from "zod";

import { stances } from "~/domain/evidence/evidence";
import { outsideLine, outsideText } from "~/domain/guest/outside-words";
import { readSourceLines } from "~/domain/guest/source-lines";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import { sureness } from "~/domain/verdict/sureness";

import type { Ports } from "./ports";

export const answerAsExpertInput = z
  .object({
    words: z
      .string()
      .transform(outsideText)
      .pipe(
        z
          .string()
          .min(1, "Write what you can say about the claim.")
          .max(6000, "Shorten it to 6,000 characters."),
      ),
    stance: z.enum(stances, "Choose how it bears on the claim."),
    sure: z.enum(sureness, "Choose how sure you are."),
    sources: z.string().transform(outsideText).default(""),
    conflict: z.enum(["none", "some"], "Say whether you have an interest in the matter."),
    interests: z
      .string()
      .transform(outsideText)
      .pipe(z.string().max(1000, "Shorten it to 1,000 characters."))
      .default(""),
    naming: z.enum(["named", "unnamed"], "Choose whether you may be named."),
    field: z
      .string()
      .transform(outsideLine)
      .pipe(z.string().max(100, "Shorten it to 100 characters."))
      .default(""),
  })
  .transform(({ conflict, naming, sources, ...answer }, context) => {
    const read = readSourceLines(sources);
    const say = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!read.ok) say("sources", read.error);
    const hasConflict = conflict === "some";
    if (hasConflict && answer.interests === "") say("interests", "Say what the interest is.");
    const named = naming === "named";
    if (!named && answer.field.length < 2) {
      say("field", "Say what you are an expert in; it stands in place of your name.");
    }
    return { ...answer, hasConflict, named, sources: read.ok ? read.value : [] };
  });

/** Keeps the one answer of whoever holds the secret of a link. */
export async function answerAsExpert(
  ports: Ports,
  token: string,
  answer: z.infer<typeof answerAsExpertInput>,
): Promise<Result<null, Refusal>> {
  const readOnly = await ports.desk.readOnly();
  if (readOnly !== null) {
    return fail({
      kind: "read_only",
      message: `The desk takes in nothing at the moment: ${readOnly.reason} What you wrote is still here; send it again later.`,
    });
  }
  return ports.guestPages.answer(token, answer);
}
