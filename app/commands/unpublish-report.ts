import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

/** What an editor types so that nobody takes a report from readers by a slip. */
export const secondThought = "unpublish";

const reason = z
  .string()
  .trim()
  .min(3, "Say why, in a sentence.")
  .max(2000, "Shorten the reason to 2,000 characters.");

export const unpublishReportInput = z.object({
  articleId: z.uuid(),
  reason,
  thought: z
    .string()
    .trim()
    .toLowerCase()
    .refine((typed) => typed === secondThought, `Type “${secondThought}” to go on.`),
});

export const republishReportInput = z.object({ articleId: z.uuid(), reason });

type Done = Result<{ slug: string }, Refusal>;

/**
 * Takes a report and its verdicts from readers, who are told why in their place. Nothing is deleted: what was published
 * stays in the desk and in the public log, which tells of this as well.
 */
export async function unpublishReport(
  { reports, publicLog }: Pick<Ports, "reports" | "publicLog">,
  person: Person,
  { articleId, reason: why }: z.infer<typeof unpublishReportInput>,
): Promise<Done> {
  if (!may(person, "report.unpublish")) return notAllowed;
  const result = await reports.unpublish(articleId, why);
  if (result.ok) publicLog.grown();
  return result;
}

/** Gives it back to readers as it was, under the same addresses. */
export async function republishReport(
  { reports, publicLog }: Pick<Ports, "reports" | "publicLog">,
  person: Person,
  { articleId, reason: why }: z.infer<typeof republishReportInput>,
): Promise<Done> {
  if (!may(person, "report.unpublish")) return notAllowed;
  const result = await reports.republish(articleId, why);
  if (result.ok) publicLog.grown();
  return result;
}

const notAllowed: Done = fail({
  kind: "forbidden",
  message: "Only an editor takes reports from readers, or gives them back.",
});
