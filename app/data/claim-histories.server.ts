import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import { claimTypes } from "~/domain/claim/claim";
import { dismissalKinds } from "~/domain/claim/dismissal";
import type { ClaimHistory, TriageEvent } from "~/domain/claim/training/claim-history";

import { rowsOf } from "./refusals.server";

const entry = z.object({ seq: z.number(), at: z.string() });
const model = z.string().nullable();

/** What the trail holds, and what it means. Entries from before dismissals had a kind have none. */
const trailEntry = z.discriminatedUnion("action", [
  entry
    .extend({ action: z.literal("claim.proposed"), origin: z.string().nullable() })
    .transform(({ seq, at, origin }): TriageEvent[] =>
      origin === "person" ? [{ seq, at, action: "add" }] : [],
    ),
  entry
    .extend({ action: z.literal("claim.accepted") })
    .transform(({ seq, at }): TriageEvent[] => [{ seq, at, action: "accept" }]),
  entry
    .extend({ action: z.literal("claim.dismissed"), kind: z.enum(dismissalKinds).nullable() })
    .transform(({ seq, at, kind }): TriageEvent[] => [
      { seq, at, action: "dismiss", kind: kind ?? "other" },
    ]),
  entry
    .extend({ action: z.literal("claim.restored") })
    .transform(({ seq, at }): TriageEvent[] => [{ seq, at, action: "restore" }]),
  entry
    .extend({
      action: z.literal("claim.statement_edited"),
      before: z.string(),
      after: z.string(),
      merged: z.string().nullable(),
      model,
    })
    .transform(({ merged, model: by, action: _, ...rest }): TriageEvent[] => [
      merged === null
        ? { ...rest, action: "edit", model: by }
        : { ...rest, action: "take_in", merged },
    ]),
  entry
    .extend({ action: z.literal("claim.split"), into: z.array(z.string()), model })
    .transform((split): TriageEvent[] => [{ ...split, action: "split" }]),
  entry
    .extend({ action: z.literal("claim.merged"), into: z.string() })
    .transform((merge): TriageEvent[] => [{ ...merge, action: "merge" }]),
]);

const claimWithTrail = z.object({
  id: z.string(),
  /** False for a claim that only stands here because another was split or merged into it. */
  asked: z.boolean(),
  articleId: z.string(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  statement: z.string(),
  claimant: z.string().nullable(),
  type: z.enum(claimTypes),
  origin: z.enum(["engine", "person"]),
  score: z.number().nullable(),
  events: z.array(trailEntry).transform((events) => events.flat()),
});

/** Some claims, and everything that they were split or merged into by id. */
export interface HistoryPage {
  claims: ClaimHistory[];
  all: ReadonlyMap<string, ClaimHistory>;
}

/** Before every id that Postgres makes. */
const nothing = "00000000-0000-0000-0000-000000000000";

/**
 * All claims with what people did to them, page by page in the order of their ids, so that memory does not grow with
 * their number. Needs the service's key. Throws a StoreError when the database does not answer.
 */
export async function* claimHistories(
  supabase: SupabaseClient,
  pageSize = 200,
): AsyncGenerator<HistoryPage> {
  let after = nothing;
  for (;;) {
    const answer = await supabase.rpc("claim_histories", { p_after: after, p_limit: pageSize });
    const found = z.array(claimWithTrail).parse(rowsOf<unknown>(answer));
    const claims = found.filter(({ asked }) => asked);
    const last = claims.at(-1);
    if (!last) return;
    yield { claims, all: new Map(found.map((claim) => [claim.id, claim])) };
    after = last.id;
  }
}
