import { z } from "zod";

import { anchorOf } from "~/domain/claim/anchor";
import { addedByHand, claimTypes } from "~/domain/claim/claim";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import { statementText } from "./edit-statement";
import type { Ports } from "./ports";

export const proposeClaimInput = z
  .object({
    versionId: z.uuid(),
    start: z.coerce.number("Select words in the article.").int().min(0),
    end: z.coerce.number().int(),
    statement: statementText,
    claimant: z
      .string()
      .trim()
      .max(200)
      .transform((name) => name || null)
      .nullable()
      .default(null),
    type: z.enum(claimTypes).default("event"),
  })
  .refine(({ start, end }) => end > start && end - start <= 5000, {
    path: ["start"],
    message: "Select between one and 5,000 characters of the article.",
  });

/** Adds a claim that the engine did not find, anchored to the words that a person selected. */
export async function proposeClaim(
  ports: Ports,
  person: Person,
  input: z.infer<typeof proposeClaimInput>,
): Promise<Result<string[], Refusal>> {
  if (!may(person, "claim.propose")) {
    return fail({ kind: "forbidden", message: "Only an editor can add a claim." });
  }
  const version = await ports.articles.version(input.versionId);
  if (!version) return fail({ kind: "not_found", what: "article version" });
  const anchor = anchorOf(version.text, input.start, input.end);
  const { statement, claimant, type } = input;
  const proposed = await ports.claims.propose(
    version.id,
    [{ ...addedByHand, anchor, statement, claimant, type }],
    "person",
  );
  if (proposed.ok) ports.matches.lookAgain();
  return proposed;
}
