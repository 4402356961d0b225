import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import { mostPageText, type SitePageName } from "~/domain/site/site-page";

import type { Ports } from "./ports";

export const saveSitePageInput = z.object({
  expected: z.coerce.number().int().min(0),
  text: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .refine((text) => text.length <= mostPageText, "Shorten the text to 50,000 characters.")
    .refine((text) => !text.includes("\0"), "Take out the character with the code 0."),
});

/** Saves what a page of the site says, as a version of its own. Nothing is for the text that comes with the program. */
export async function saveSitePage(
  { sitePages }: Pick<Ports, "sitePages">,
  person: Person,
  name: SitePageName,
  { expected, text }: z.infer<typeof saveSitePageInput>,
): Promise<Result<null, Refusal>> {
  return may(person, "site.write")
    ? sitePages.save(name, expected, text)
    : fail({ kind: "forbidden", message: "Only an admin writes the pages of the site." });
}
