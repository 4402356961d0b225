import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import type { ReportDraft } from "~/domain/report/report-draft";
import { fail, ok, type Result } from "~/domain/result";

import type { Ports } from "./ports";

/** Looser than what can be published: half a sentence is worth keeping. */
export const saveReportDraftInput = z.object({
  articleId: z.uuid(),
  /** The version that whoever saves had before them; 0 for none. */
  expected: z.coerce.number().int().min(0),
  headline: z.string().max(400, "Shorten it to 200 characters.").default(""),
  summary: z.string().max(2000, "Shorten it to 1,000 characters.").default(""),
  shortClaims: z.record(z.uuid(), z.string().max(600, "Shorten it to 300 characters.")),
  order: z.array(z.uuid()).max(500),
});

/** What became of saving: its new version; or what somebody else has saved since, which stays as it is. */
export type DraftSaving =
  { kind: "saved"; version: number } | { kind: "overtaken"; theirs: ReportDraft };

/** Keeps what was written for a report, unless another editor has saved something else meanwhile. */
export async function saveReportDraft(
  { reportDrafts }: Pick<Ports, "reportDrafts">,
  person: Person,
  { articleId, expected, ...content }: z.infer<typeof saveReportDraftInput>,
): Promise<Result<DraftSaving, Refusal>> {
  if (!may(person, "report.publish")) {
    return fail({ kind: "forbidden", message: "Only an editor writes reports." });
  }
  const saved = await reportDrafts.save(articleId, expected, content);
  if (!saved.ok) return saved;
  if (saved.value !== null) return ok({ kind: "saved", version: saved.value });
  const theirs = await reportDrafts.of(articleId);
  if (theirs === null) return fail({ kind: "not_found", what: "draft" });
  return ok({ kind: "overtaken", theirs });
}
