import { z } from "zod";

import { stances } from "~/domain/evidence/evidence";
import type { Person } from "~/domain/people/person";
import { foundField, mostFound, sourceField } from "~/domain/review/second-verdict";
import { ratings } from "~/domain/verdict/rating";
import { safeLink } from "~/domain/verdict/safe-link";
import { sureness } from "~/domain/verdict/sureness";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

const verdictFields = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  rating: z.enum(ratings, "Choose a rating."),
  /** How sure they are; left out where they do not say. */
  confidence: z.enum(sureness, "Choose how sure you are, or leave it open.").optional(),
  reason: z.string().trim().min(1, "Say why, in your own words.").max(2000),
  /** Listed sources that the second reviewer relied on. */
  sources: z.array(z.object({ id: z.string(), stance: z.enum(stances) })).optional(),
  found: z
    .array(
      z
        .object({
          url: z.string().trim().max(2000, "Addresses have up to 2,000 characters."),
          note: z.string().trim().max(1000, "Up to 1,000 characters."),
        })
        .refine(({ url, note }) => (url === "" ? note === "" : isWebAddress(url)), {
          path: ["url"],
          message: "An address begins with http:// or https://, without spaces.",
        }),
    )
    .max(mostFound)
    .optional(),
});

/** The form: beside rating and reason one field for each listed source, empty where it was not relied on. */
export const secondVerdictInput = z.preprocess((form) => {
  const fields = z.record(z.string(), z.string()).parse(form);
  return {
    ...fields,
    sources: Object.entries(fields).flatMap(([name, stance]) =>
      name.startsWith(sourceField("")) && stance !== ""
        ? [{ id: name.slice(sourceField("").length), stance }]
        : [],
    ),
    found: Array.from({ length: mostFound }, (_, place) => ({
      url: fields[foundField(place, "url")] ?? "",
      note: fields[foundField(place, "note")] ?? "",
    })),
  };
}, verdictFields);

/** One that a page may lead to, with nothing in it that only looks like a part of it. */
const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s\p{C}]+$/u.test(text) && safeLink(text) !== null;

/**
 * The second reviewer's own rating, confidence and reason, given before the first one's is shown, with the sources that
 * they rest on. The store compares the two ratings: the claim stays in second review when they agree, and becomes disputed when
 * they do not.
 */
export async function giveSecondVerdict(
  ports: Ports,
  person: Person,
  { rating, confidence, reason, sources, found, ...at }: z.infer<typeof verdictFields>,
): Promise<StepResult> {
  const payload = {
    rating,
    ...(confidence && { confidence }),
    ...(sources && { sources }),
    ...(found && { found: found.filter(({ url }) => url !== "") }),
  };
  return takeStepOn(ports, person, at, { action: "decide", reason, payload });
}
