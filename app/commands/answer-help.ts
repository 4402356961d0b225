import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const answerHelpInput = z.object({
  requestId: z.uuid(),
  answer: z
    .string()
    .trim()
    .min(1, "Answer in a few words, also when the question is settled.")
    .max(2000, "Shorten the answer to 2,000 characters."),
});

/** Answers what a review needed help with, which takes the flag away. For whoever may read the review. */
export async function answerHelp(
  ports: Ports,
  person: Person,
  { requestId, answer }: z.infer<typeof answerHelpInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "desk.enter")) {
    return fail({ kind: "forbidden", message: "Your account may not do this." });
  }
  return ports.help.answer(requestId, answer);
}
