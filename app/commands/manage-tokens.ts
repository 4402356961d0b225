import { z } from "zod";

import { scopesFor, tokenScopeNames } from "~/domain/people/api-token";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const manageTokensInput = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("make"),
    name: z
      .string()
      .trim()
      .min(2, "Say what the token is for, in at least 2 characters.")
      .max(80, "At most 80 characters."),
    days: z.coerce.number().int().min(1).max(366),
    scopes: z.array(z.enum(tokenScopeNames)).min(1, "Choose at least one."),
  }),
  z.object({ intent: z.literal("revoke"), tokenId: z.uuid() }),
]);

/** Makes a token for a program and answers with its secret, or takes one back and answers with null. */
export async function manageTokens(
  { tokens }: Pick<Ports, "tokens">,
  person: Person,
  input: z.infer<typeof manageTokensInput>,
): Promise<Result<string | null, Refusal>> {
  if (!may(person, "token.manage")) {
    return fail({ kind: "forbidden", message: "Only an editor can make tokens." });
  }
  if (input.intent === "make") {
    const possible = scopesFor(person);
    if (!input.scopes.every((scope) => possible.includes(scope))) {
      return fail({ kind: "forbidden", message: "A token cannot do what its maker may not." });
    }
    return tokens.make(input.name, input.days, input.scopes);
  }
  const revoked = await tokens.revoke(input.tokenId);
  return revoked.ok ? ok(null) : revoked;
}
