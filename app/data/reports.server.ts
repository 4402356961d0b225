import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ReportStore } from "~/commands/ports";
import type { PublishedVerdict, Report } from "~/domain/report/report";
import { fail, ok } from "~/domain/result";
import { verdictContentSchema } from "~/domain/verdict/content";

import { refusalOf, rowsOf } from "./refusals.server";

const source = z.object({
  title: z.string(),
  byline: z.string().nullable(),
  outlet: z.string().nullable(),
  publishedOn: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  language: z.string(),
  text: z.string(),
  sha256: z.string(),
});

const verdictRow = z.object({
  claim_id: z.string(),
  slug: z.string(),
  short_claim: z.string(),
  content: z.string(),
  content_hash: z.string(),
  credits: z.array(
    z.object({
      capacity: z.enum(["lead", "second", "adjudicator"]),
      name: z.string(),
      at: z.string(),
    }),
  ),
  published_at: z.string(),
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
  published_verdicts: z.array(verdictRow),
});

const columns =
  "id, slug, headline, summary, source, demo, published_by, published_at, updated_at, published_verdicts(claim_id, slug, short_claim, content, content_hash, credits, published_at)";

const trailRow = z.object({
  seq: z.number(),
  at: z.string(),
  action: z.string(),
  entity_id: z.string(),
  capacity: z.enum(["lead", "second", "editor"]),
  hash: z.string(),
});

/** How many reports the front page lists. */
const listLimit = 50;

function verdictOf(row: z.infer<typeof verdictRow>, reportSlug: string): PublishedVerdict {
  return {
    claimId: row.claim_id,
    slug: row.slug,
    reportSlug,
    shortClaim: row.short_claim,
    content: verdictContentSchema.parse(JSON.parse(row.content)),
    contentHash: row.content_hash,
    credits: row.credits,
    publishedAt: row.published_at,
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
    verdicts: row.published_verdicts
      .map((verdict) => verdictOf(verdict, row.slug))
      .toSorted((a, b) => a.content.claim.start - b.content.claim.start),
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
          .select(columns)
          .order("published_at", { ascending: false })
          .limit(listLimit),
      );
      return z
        .array(reportRow)
        .parse(rows)
        .map(reportOf)
        .map(({ slug, headline, summary, source: { outlet }, publishedAt, demo, verdicts }) => ({
          slug,
          headline,
          summary,
          outlet,
          publishedAt,
          demo,
          verdicts: verdicts.map((verdict) => ({
            slug: verdict.slug,
            shortClaim: verdict.shortClaim,
            rating: verdict.content.verdict.rating,
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

    async slugOfArticle(articleId) {
      const rows = rowsOf(
        await supabase.from("reports").select("slug").eq("article_id", articleId),
      );
      return z.array(z.object({ slug: z.string() })).parse(rows)[0]?.slug ?? null;
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
