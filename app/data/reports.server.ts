import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ReportStore } from "~/commands/ports";
import { revisionKinds } from "~/domain/report/correction/kinds";
import { publishedPartsSchema, publishedSourceSchema } from "~/domain/report/published-schema";
import type { PublishedVerdict, Report } from "~/domain/report/report";
import { inEditorsOrder } from "~/domain/report/verdict-order";
import { fail, ok } from "~/domain/result";
import { verdictContentSchema } from "~/domain/verdict/content";
import { ratings } from "~/domain/verdict/rating";

import { refusalOf, rowsOf, StoreError } from "./refusals.server";

const source = publishedSourceSchema.extend({ text: z.string() });

const verdictRow = z.object({
  claim_id: z.string(),
  number: z.number(),
  slug: z.string(),
  short_claim: z.string(),
  content: z.string(),
  content_hash: z.string(),
  ...publishedPartsSchema.shape,
  published_at: z.string(),
  correction: z.enum(revisionKinds).nullable(),
  correction_reason: z.string().nullable(),
});

const noticeRow = z.object({
  claim_id: z.string(),
  kind: z.enum(["being_corrected", "retracted"]),
  reason: z.string(),
  since: z.string(),
});

const reportRow = z.object({
  id: z.string(),
  slug: z.string(),
  headline: z.string(),
  summary: z.string(),
  source,
  demo: z.boolean(),
  published_by: z.string(),
  published_at: z.string(),
  updated_at: z.string(),
  verdict_order: z.array(z.string()),
  published_verdicts: z.array(verdictRow),
  verdict_notices: z.array(noticeRow),
});

const columns =
  "id, slug, headline, summary, source, demo, published_by, published_at, updated_at, verdict_order, published_verdicts(claim_id, number, slug, short_claim, content, content_hash, credits, exceptions, settlement, replies, published_at, correction, correction_reason), verdict_notices(claim_id, kind, reason, since)";

const listColumns =
  "slug, headline, summary, source, demo, published_at, verdict_order, published_verdicts(claim_id, number, slug, short_claim, content), verdict_notices(claim_id, kind)";

const listRow = reportRow
  .pick({
    ...{ slug: true, headline: true, summary: true, source: true, demo: true },
    ...{ published_at: true, verdict_order: true },
  })
  .extend({
    published_verdicts: z.array(
      verdictRow.pick({
        claim_id: true,
        number: true,
        slug: true,
        short_claim: true,
        content: true,
      }),
    ),
    verdict_notices: z.array(noticeRow.pick({ claim_id: true, kind: true })),
  });

/** The little of a verdict that a list shows. */
const listed = z.object({
  claim: z.object({ start: z.number() }),
  verdict: z.object({ rating: z.enum(ratings) }),
});

const trailRow = z.object({
  seq: z.number(),
  at: z.string(),
  action: z.string(),
  entity_id: z.string(),
  capacity: z.enum(["lead", "second", "editor"]),
  hash: z.string(),
});

const unpublished = z.object({
  reason: z.string(),
  at: z.string().transform((at) => new Date(at).toISOString()),
});
const unpublishedReport = unpublished.extend({ slug: z.string(), headline: z.string() });
const withSlug = z.object({ slug: z.string() });

/** How many reports the front page lists. */
const listLimit = 50;

/** Of what was published more than once, the newest. */
function newestOfEach<R extends { claim_id: string; number: number }>(rows: readonly R[]): R[] {
  const inOrder = rows.toSorted((one, other) => one.number - other.number);
  return [...new Map(inOrder.map((row) => [row.claim_id, row])).values()];
}

function verdictOf(
  row: z.infer<typeof verdictRow>,
  { slug: reportSlug, published_verdicts, verdict_notices }: z.infer<typeof reportRow>,
): PublishedVerdict {
  const first = published_verdicts.find((one) => one.claim_id === row.claim_id && one.number === 1);
  const notice = verdict_notices.find((one) => one.claim_id === row.claim_id);
  return {
    claimId: row.claim_id,
    slug: row.slug,
    reportSlug,
    shortClaim: row.short_claim,
    content: verdictContentSchema.parse(JSON.parse(row.content)),
    contentHash: row.content_hash,
    credits: row.credits,
    exceptions: row.exceptions,
    settlement: row.settlement,
    replies: row.replies,
    publishedAt: row.published_at,
    number: row.number,
    correction: row.correction && { kind: row.correction, reason: row.correction_reason ?? "" },
    firstPublishedAt: first?.published_at ?? row.published_at,
    notice: notice ? { kind: notice.kind, reason: notice.reason, since: notice.since } : null,
  };
}

function reportOf(row: z.infer<typeof reportRow>): Report {
  return {
    id: row.id,
    slug: row.slug,
    headline: row.headline,
    summary: row.summary,
    source: row.source,
    demo: row.demo,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    verdicts: inEditorsOrder(
      newestOfEach(row.published_verdicts).map((verdict) => verdictOf(verdict, row)),
      row.verdict_order,
      ({ claimId, content }) => ({ claimId, start: content.claim.start }),
    ),
  };
}

export function reportStore(supabase: SupabaseClient): ReportStore {
  async function findBySlug(slug: string): Promise<Report | null> {
    const rows = rowsOf(await supabase.from("reports").select(columns).eq("slug", slug));
    const [row] = z.array(reportRow).parse(rows);
    return row ? reportOf(row) : null;
  }

  return {
    async publish(articleId, request) {
      const { data, error } = await supabase.rpc("publish_report", {
        p_article: articleId,
        p_report: request,
      });
      return error ? fail(refusalOf(error)) : ok(z.object({ slug: z.string() }).parse(data));
    },

    async list() {
      const rows = rowsOf(
        await supabase
          .from("reports")
          .select(listColumns)
          .order("published_at", { ascending: false })
          .limit(listLimit),
      );
      return z
        .array(listRow)
        .parse(rows)
        .map(({ source, published_verdicts, verdict_notices, ...report }) => ({
          ...{ slug: report.slug, headline: report.headline, summary: report.summary },
          ...{ demo: report.demo, publishedAt: report.published_at, outlet: source.outlet },
          verdicts: inEditorsOrder(
            newestOfEach(published_verdicts).map((verdict) => ({
              ...verdict,
              content: listed.parse(JSON.parse(verdict.content)),
            })),
            report.verdict_order,
            ({ claim_id, content }) => ({ claimId: claim_id, start: content.claim.start }),
          ).map((verdict) => ({
            slug: verdict.slug,
            shortClaim: verdict.short_claim,
            rating: verdict.content.verdict.rating,
            notice: verdict_notices.find((one) => one.claim_id === verdict.claim_id)?.kind ?? null,
          })),
        }));
    },

    find: findBySlug,

    async ofVerdict(verdictSlug) {
      const rows = rowsOf(
        await supabase
          .from("published_verdicts")
          .select("reports!inner(slug)")
          .eq("slug", verdictSlug),
      );
      const [row] = z.array(z.object({ reports: z.object({ slug: z.string() }) })).parse(rows);
      return row ? findBySlug(row.reports.slug) : null;
    },

    async signedAny(claimIds, personId) {
      if (claimIds.length === 0) return false;
      const rows = rowsOf(
        await supabase
          .from("sign_offs")
          .select("id")
          .eq("by", personId)
          .is("voided_at", null)
          .in("claim_id", [...claimIds])
          .limit(1),
      );
      return rows.length > 0;
    },

    async slugOfArticle(articleId) {
      const rows = rowsOf(
        await supabase.from("reports").select("slug").eq("article_id", articleId),
      );
      return z.array(z.object({ slug: z.string() })).parse(rows)[0]?.slug ?? null;
    },

    async unpublishedPage(kind, slug) {
      const asked = { p_kind: kind, p_slug: slug };
      const { data, error } = await supabase.rpc("unpublished_page", asked);
      if (error) throw new StoreError(error);
      return unpublished.nullable().parse(data);
    },

    async unpublishedOfArticle(articleId) {
      const { data, error } = await supabase.rpc("unpublished_report", { p_article: articleId });
      if (error) throw new StoreError(error);
      return unpublishedReport.nullable().parse(data);
    },

    async unpublish(articleId, reason) {
      const asked = { p_article: articleId, p_reason: reason };
      const { data, error } = await supabase.rpc("unpublish_report", asked);
      return error ? fail(refusalOf(error)) : ok(withSlug.parse(data));
    },

    async republish(articleId, reason) {
      const asked = { p_article: articleId, p_reason: reason };
      const { data, error } = await supabase.rpc("republish_report", asked);
      return error ? fail(refusalOf(error)) : ok(withSlug.parse(data));
    },

    async trail(slug) {
      const rows = rowsOf(await supabase.rpc("public_trail", { p_slug: slug }));
      return z
        .array(trailRow)
        .parse(rows)
        .map(({ entity_id, ...entry }) => ({ ...entry, entityId: entity_id }));
    },
  };
}
