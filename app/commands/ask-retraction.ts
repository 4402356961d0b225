import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const askRetractionInput = z.object({
  claimId: z.uuid(),
  reason: z.string().trim().min(1, "Say why.").max(2000, "Say it in up to 2,000 characters."),
});
export const takeBackRetractionInput = askRetractionInput.pick({ claimId: true });

const forbidden = fail({
  kind: "forbidden",
  message: "Only people of the desk ask for a retraction.",
} as const);

/** Asks for a published verdict to be retracted. An editor, who is somebody else, carries it out or leaves it. */
export async function askRetraction(
  { corrections }: Pick<Ports, "corrections">,
  person: Person,
  { claimId, reason }: z.infer<typeof askRetractionInput>,
): Promise<Result<null, Refusal>> {
  return may(person, "retraction.ask") ? corrections.askRetraction(claimId, reason) : forbidden;
}

/** Takes one's own request back. */
export async function takeBackRetraction(
  { corrections }: Pick<Ports, "corrections">,
  person: Person,
  { claimId }: z.infer<typeof takeBackRetractionInput>,
): Promise<Result<null, Refusal>> {
  return may(person, "retraction.ask") ? corrections.takeBackRetraction(claimId) : forbidden;
}
