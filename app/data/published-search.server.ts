import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import { searchPageSize, standings, type SearchQuery } from "~/domain/report/search/search-query";
import type { SearchResults } from "~/domain/report/search/search-results";
import { ratings } from "~/domain/verdict/rating";

import { rowsOf } from "./refusals.server";

const hit = z
  .object({
    slug: z.string(),
    short_claim: z.string(),
    summary: z.string(),
    claimant: z.string().nullable(),
    rating: z.enum(ratings),
    notice: z.enum(["being_corrected", "retracted"]).nullable(),
    published_at: z.string().transform((at) => new Date(at).toISOString()),
    demo: z.boolean(),
    report: z.object({ slug: z.string(), headline: z.string() }),
  })
  .transform(({ short_claim, published_at, ...row }) => ({
    ...row,
    shortClaim: short_claim,
    publishedAt: published_at,
  }));

const results = z
  .object({
    total: z.number(),
    unsearchable: z.boolean(),
    hits: z.array(hit),
    ratings: z.array(z.object({ value: z.enum(standings), count: z.number() })),
    topics: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
    claimants: z.array(z.object({ value: z.string(), count: z.number() })),
  })
  .transform(({ unsearchable, claimants, ...found }) => ({
    ...found,
    isUnsearchable: unsearchable,
    claimants: claimants.map((one) => ({ ...one, label: one.value })),
  }));

/** Looks for published verdicts as the public may. */
export async function searchPublished(
  supabase: SupabaseClient,
  { page, ...asked }: SearchQuery,
): Promise<SearchResults> {
  const filters = Object.entries(asked).filter(([, value]) => value !== null);
  return results.parse(
    rowsOf(
      await supabase.rpc("search_published", {
        p_query: {
          ...Object.fromEntries(filters),
          limit: searchPageSize,
          offset: (page - 1) * searchPageSize,
        },
      }),
    ),
  );
}
