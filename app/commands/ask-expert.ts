import { z } from "zod";

import { cleanLine, cleanText } from "~/domain/article/clean-text";
import { guestLinkDays } from "~/domain/guest/guest-link";
import { mayAskExperts, reviewAccess } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";
import { findClaim } from "./take-step";

const { least, most, usual } = guestLinkDays;

export const askExpertInput = z.object({
  claimId: z.uuid(),
  expert: z
    .string()
    .transform(cleanLine)
    .pipe(z.string().min(2, "Say who is asked.").max(120, "Shorten the name to 120 characters.")),
  affiliation: z
    .string()
    .transform(cleanLine)
    .pipe(z.string().max(200, "Shorten it to 200 characters."))
    .default(""),
  question: z
    .string()
    .transform(cleanText)
    .pipe(
      z.string().min(1, "Ask a question.").max(1000, "Shorten the question to 1,000 characters."),
    ),
  days: z.coerce
    .number(`A link is good for ${least} to ${most} days.`)
    .int("Give whole days.")
    .min(least, `A link is good for ${least} to ${most} days.`)
    .max(most, `A link is good for ${least} to ${most} days.`)
    .default(usual),
});

/** Makes a link that asks one expert about one claim. Answers with its secret, which is not kept and not shown again. */
export async function askExpert(
  ports: Ports,
  person: Person,
  input: z.infer<typeof askExpertInput>,
): Promise<Result<string, Refusal>> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  // Nobody who must not have read the verdict may write here, so whether they decided makes no difference.
  if (!mayAskExperts(person, found.value, reviewAccess(person, found.value, false))) {
    return fail({
      kind: "forbidden",
      message: "An expert is asked by the lead or an editor, while the claim is in review.",
    });
  }
  return ports.guests.ask(input);
}
