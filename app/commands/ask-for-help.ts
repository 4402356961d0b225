import { z } from "zod";

import { mayAskForHelp, reviewAccess } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";
import { findClaim } from "./take-step";

export const askForHelpInput = z.object({
  claimId: z.uuid(),
  question: z
    .string()
    .trim()
    .min(1, "Say what you need help with.")
    .max(1000, "Shorten the question to 1,000 characters."),
});

/** Says on the desk that this review needs help, and with what. The claim stays where it is. */
export async function askForHelp(
  ports: Ports,
  person: Person,
  { claimId, question }: z.infer<typeof askForHelpInput>,
): Promise<Result<null, Refusal>> {
  const found = await findClaim(ports, claimId);
  if (!found.ok) return found;
  // Nobody who must not have read the verdict may write here, so whether they decided makes no difference.
  if (!mayAskForHelp(reviewAccess(person, found.value, false))) {
    return fail({
      kind: "forbidden",
      message: "Help is asked for by who can write in the review, while it is written.",
    });
  }
  return ports.help.ask(claimId, question);
}
