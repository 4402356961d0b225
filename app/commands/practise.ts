import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import { ratings } from "~/domain/verdict/rating";
import { sureness } from "~/domain/verdict/sureness";

import type { Ports } from "./ports";

export const practiseInput = z.object({
  caseId: z.uuid(),
  rating: z.enum(ratings, "Choose a rating."),
  sure: z.enum(sureness, "Choose how sure you are."),
  reason: z
    .string()
    .trim()
    .min(1, "Say why, in your own words.")
    .max(2000, "Shorten it to 2,000 characters."),
});

/** Judges a practice case. The first answer counts for one's own figures; nothing else on the desk knows of it. */
export async function practise(
  ports: Ports,
  person: Person,
  input: z.infer<typeof practiseInput>,
): Promise<Result<number, Refusal>> {
  if (!may(person, "practice.take")) return fail({ kind: "not_found", what: "practice case" });
  return ports.practice.answer(input);
}
