import { z } from "zod";

import { longestPassage } from "~/domain/article/drift/find-passage";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const chooseDriftPlaceInput = z.object({
  driftId: z.uuid(),
  start: z.coerce.number().int().min(0),
  end: z.coerce.number().int().min(1),
  words: z
    .string()
    .min(1)
    .max(longestPassage * 2),
});

/**
 * Says at which passage of a changed article the words of a claim stand, where they were not found for sure or at all.
 * Nothing of the claim moves.
 */
export async function chooseDriftPlace(
  { drift }: Pick<Ports, "drift">,
  person: Person,
  { driftId, ...passage }: z.infer<typeof chooseDriftPlaceInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "drift.settle")) {
    return fail({
      kind: "forbidden",
      message: "Only an editor decides what a change of the article means for a claim.",
    });
  }
  // Forms send lines of a text with their ends in the form of the web.
  const words = passage.words.replaceAll("\r\n", "\n");
  return drift.choosePlace(driftId, { ...passage, words });
}
