import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { PublicationStore } from "~/commands/ports";
import { correctionKinds } from "~/domain/report/correction/kinds";
import { changeKinds } from "~/domain/report/publication";
import { verdictContentSchema } from "~/domain/verdict/content";
import { ratings } from "~/domain/verdict/rating";

import { verdictHistory } from "./verdict-history.server";
import { askInParts } from "./in-parts.server";
import { searchPublished } from "./published-search.server";
import { publishedCounts } from "./published-statistics.server";
import { rowsOf, StoreError } from "./refusals.server";

/** As many as a sitemap may hold. */
const mostAddresses = 50_000;

const instant = z.string().transform((at) => new Date(at).toISOString());

const change = z.object({
  kind: z.enum(changeKinds),
  reason: z.string(),
  at: instant,
  correction: z.enum(correctionKinds).nullable(),
});

const publicationRow = z
  .object({
    claim_id: z.string(),
    number: z.number(),
    slug: z.string(),
    short_claim: z.string(),
    content: z.string(),
    published_at: instant,
    first_published_at: instant,
    // As it came, to the microsecond: it is sent back as a cursor.
    changed_at: z.string(),
    report_slug: z.string(),
    headline: z.string(),
    demo: z.boolean(),
    source: z.object({
      title: z.string(),
      byline: z.string().nullable(),
      outlet: z.string().nullable(),
      publishedOn: z.string().nullable(),
      sourceUrl: z.string().nullable(),
      language: z.string(),
      sha256: z.string(),
    }),
    notice: z
      .object({
        kind: z.enum(["being_corrected", "retracted"]),
        reason: z.string(),
        since: instant,
      })
      .nullable(),
    changes: z.array(change),
  })
  .transform((row) => ({
    claimId: row.claim_id,
    verdict: {
      slug: row.slug,
      shortClaim: row.short_claim,
      content: verdictContentSchema.parse(JSON.parse(row.content)),
      publishedAt: row.published_at,
      firstPublishedAt: row.first_published_at,
      number: row.number,
      notice: row.notice,
    },
    source: row.source,
    report: { slug: row.report_slug, headline: row.headline },
    demo: row.demo,
    changedAt: row.changed_at,
    changes: row.changes,
  }));

const addressRow = z
  .object({
    kind: z.enum(["reports", "claims"]),
    slug: z.string(),
    title: z.string(),
    first: instant,
    changed: instant,
    retracted: z.boolean(),
  })
  .transform(({ first, changed, retracted, ...page }) => ({
    ...page,
    firstPublishedAt: first,
    changedAt: changed,
    isRetracted: retracted,
  }));

const rating = z.enum(ratings).nullable();

const logRow = change
  .extend({
    id: z.number(),
    slug: z.string(),
    short_claim: z.string(),
    report_slug: z.string(),
    headline: z.string(),
    demo: z.boolean(),
    rating_before: rating,
    rating_after: rating,
    number: z.number().nullable(),
  })
  .transform(({ short_claim, report_slug, headline, rating_before, rating_after, ...line }) => ({
    ...line,
    shortClaim: short_claim,
    report: { slug: report_slug, headline },
    rating:
      rating_before !== null && rating_after !== null && rating_before !== rating_after
        ? { before: rating_before, after: rating_after }
        : null,
  }));

const rulingRow = z.object({
  slug: z.string(),
  shortClaim: z.string(),
  publishedAt: instant,
  rating: z.enum(ratings),
  claimant: z.string().nullable(),
  outlet: z.string().nullable(),
  isRetracted: z.boolean(),
  demo: z.boolean(),
  report: z.object({ slug: z.string(), headline: z.string() }),
});

const changeRow = change
  .extend({ claim_id: z.string() })
  .transform(({ claim_id, ...rest }) => ({ claimId: claim_id, ...rest }));

/** What is published, read with nobody's rights but the public's. */
export function publicationStore(supabase: SupabaseClient): PublicationStore {
  const ask = async <T>(name: string, parameters: object, row: z.ZodType<T>): Promise<T[]> => {
    const { data, error } = await supabase.rpc(name, parameters);
    if (error) throw new StoreError(error);
    return z.array(row).parse(data);
  };
  return {
    newest: (most, after) =>
      ask(
        "publications",
        { p_limit: most, ...(after && { p_before: after.changedAt, p_slug: after.slug }) },
        publicationRow,
      ),
    addresses: (since) =>
      ask(
        "published_addresses",
        { p_limit: mostAddresses, ...(since && { p_first_since: since.toISOString() }) },
        addressRow,
      ),
    corrections: (most, before) =>
      ask(
        "corrections_log",
        { p_limit: most, ...(before !== undefined && { p_before: before }) },
        logRow,
      ),
    counts: () => publishedCounts(supabase),
    search: (query) => searchPublished(supabase, query),
    async current(claimId) {
      const rows = rowsOf(
        await supabase
          .from("published_verdicts")
          .select("content, short_claim")
          .eq("claim_id", claimId)
          .order("number", { ascending: false })
          .limit(1),
      );
      const [row] = z.array(z.object({ content: z.string(), short_claim: z.string() })).parse(rows);
      return row
        ? {
            content: verdictContentSchema.parse(JSON.parse(row.content)),
            shortClaim: row.short_claim,
          }
        : null;
    },
    versions: verdictHistory(supabase),
    earlierRulings: (claimId) => ask("earlier_rulings", { p_claim: claimId }, rulingRow),
    changes: (claimIds) =>
      askInParts(claimIds, async (some) =>
        z
          .array(changeRow)
          .parse(
            rowsOf(
              await supabase
                .from("published_changes")
                .select("claim_id, kind, reason, at, correction")
                .in("claim_id", some)
                .order("id"),
            ),
          ),
      ),
  };
}
