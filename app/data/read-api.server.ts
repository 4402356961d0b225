import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ListedClaim, ListedReport, ReadApi } from "~/commands/ports/read-api";
import { publishedSourceSchema } from "~/domain/report/published-schema";
import { ratings } from "~/domain/verdict/rating";

import { StoreError } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());
const noticeKind = z.enum(["being_corrected", "retracted"]);

const claimRow = z
  .object({
    slug: z.string(),
    number: z.number(),
    short_claim: z.string(),
    statement: z.string(),
    claimant: z.string().nullable(),
    rating: z.enum(ratings),
    summary: z.string(),
    topics: z.array(z.string()),
    notice: z.object({ kind: noticeKind, reason: z.string(), since: instant }).nullable(),
    report_slug: z.string(),
    headline: z.string(),
    source: publishedSourceSchema,
    demo: z.boolean(),
    published_at: instant,
    first_published_at: instant,
    // As it came, to the microsecond: it is sent back as a cursor.
    changed_at: z.string(),
  })
  .transform(
    ({
      short_claim,
      report_slug,
      headline,
      published_at,
      first_published_at,
      changed_at,
      ...row
    }): ListedClaim => ({
      ...row,
      shortClaim: short_claim,
      report: { slug: report_slug, headline },
      publishedAt: published_at,
      firstPublishedAt: first_published_at,
      changedAt: changed_at,
    }),
  );

const reportRow = z
  .object({
    slug: z.string(),
    headline: z.string(),
    summary: z.string(),
    source: publishedSourceSchema,
    demo: z.boolean(),
    published_at: instant,
    updated_at: instant,
    changed_at: z.string(),
    verdicts: z.array(
      z
        .object({
          slug: z.string(),
          short_claim: z.string(),
          rating: z.enum(ratings),
          notice: noticeKind.nullable(),
        })
        .transform(({ short_claim, ...verdict }) => ({ ...verdict, shortClaim: short_claim })),
    ),
  })
  .transform(({ published_at, updated_at, changed_at, ...row }): ListedReport => ({
    ...row,
    publishedAt: published_at,
    updatedAt: updated_at,
    changedAt: changed_at,
  }));

/** What is published, in lists for programs, read with the rights of who asks. */
export function readApi(supabase: SupabaseClient): ReadApi {
  const ask = async <T>(
    name: string,
    row: z.ZodType<T>,
    ...[filter, most, after]: Parameters<ReadApi["claims"]>
  ): Promise<T[]> => {
    const { data, error } = await supabase.rpc(name, {
      p_filter: filter,
      p_limit: most,
      ...(after && { p_before: after.changedAt, p_slug: after.slug }),
    });
    if (error) throw new StoreError(error);
    return z.array(row).parse(data);
  };
  return {
    claims: (...asked) => ask("published_claims", claimRow, ...asked),
    reports: (...asked) => ask("published_reports", reportRow, ...asked),
  };
}
