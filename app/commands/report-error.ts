import { z } from "zod";

import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

import type { Ports } from "./ports";

export const reportErrorInput = z.object({
  words: z
    .string()
    .trim()
    .min(10, "Say what is wrong, in at least 10 characters.")
    .max(4000, "At most 4,000 characters."),
  contact: z
    .string()
    .trim()
    .max(200, "At most 200 characters.")
    .refine((text) => text === "" || text.length >= 3, "At least 3 characters, or nothing.")
    .default(""),
});

/** Tells the desk what a reader holds to be wrong in a published verdict. Anybody may. */
export async function reportError(
  { errorReports }: Pick<Ports, "errorReports">,
  slug: string,
  { words, contact }: z.infer<typeof reportErrorInput>,
): Promise<Result<null, Refusal>> {
  return errorReports.send(slug, words, contact === "" ? null : contact);
}
