import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ReportDraftStore } from "~/commands/ports/report-drafts";
import type { ReportDraft } from "~/domain/report/report-draft";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const draftRow = z
  .object({
    version: z.number(),
    headline: z.string(),
    summary: z.string(),
    short_claims: z.record(z.string(), z.string()),
    verdict_order: z.array(z.string()),
    saved_by: z.string(),
    saved_at: z.string().transform((at) => new Date(at).toISOString()),
  })
  .transform((row): ReportDraft => ({
    ...{ version: row.version, headline: row.headline, summary: row.summary },
    ...{ shortClaims: row.short_claims, order: row.verdict_order },
    ...{ savedBy: row.saved_by, savedAt: row.saved_at },
  }));

export const reportDraftStore = (supabase: SupabaseClient): ReportDraftStore => ({
  async of(articleId) {
    const rows = await supabase
      .from("report_drafts")
      .select("version, headline, summary, short_claims, verdict_order, saved_by, saved_at")
      .eq("article_id", articleId);
    return z.array(draftRow).parse(rowsOf(rows))[0] ?? null;
  },

  async save(articleId, expected, content) {
    const { data, error } = await supabase.rpc("save_report_draft", {
      ...{ p_article: articleId, p_expected: expected, p_draft: content },
    });
    return error ? fail(refusalOf(error)) : ok(z.number().nullable().parse(data));
  },
});
