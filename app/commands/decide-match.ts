import { z } from "zod";

import { matchDecisions } from "~/domain/claim/match/claim-match";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const decideMatchInput = z.object({
  matchId: z.uuid(),
  decision: z.enum(matchDecisions),
});

/** Says whether a claim repeats what it was matched with. The last word counts; the trail keeps every one. */
export async function decideMatch(
  ports: Ports,
  person: Person,
  { matchId, decision }: z.infer<typeof decideMatchInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "claim.compare")) {
    return fail({ kind: "forbidden", message: "Only fact-checkers can decide on a match." });
  }
  return ports.matches.decide(matchId, decision);
}
