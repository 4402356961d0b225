import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import { changeKinds } from "~/domain/report/publication";
import { standings } from "~/domain/report/search/search-query";
import type { PublishedCounts } from "~/domain/report/statistics/published-statistics";

import { rowsOf } from "./refusals.server";

const row = <N extends z.ZodType<string | null>>(name: N) =>
  z
    .object({ name, rating: z.enum(standings), count: z.number() })
    .transform(({ rating, ...rest }) => ({ ...rest, standing: rating }));

const counts = z.object({
  reports: z.number(),
  claimants: z.array(
    z
      .object({
        name: z.string().nullable(),
        outlet: z.string().nullable(),
        rating: z.enum(standings),
        count: z.number(),
      })
      .transform(({ rating, ...rest }) => ({ ...rest, standing: rating })),
  ),
  topics: z.array(row(z.string())),
  outlets: z.array(row(z.string().nullable())),
  months: z.array(row(z.string())),
  corrections: z.array(z.object({ kind: z.enum(changeKinds), count: z.number() })),
  corrected: z.number(),
});

/** Counts what is published, as the public may. */
export const publishedCounts = async (supabase: SupabaseClient): Promise<PublishedCounts> =>
  counts.parse(rowsOf(await supabase.rpc("published_statistics")));
