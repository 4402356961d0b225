import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { MatchStore } from "~/commands/ports";
import type { ClaimMatch, ImportedCheck, MatchedWith } from "~/domain/claim/match/claim-match";
import { fail, ok } from "~/domain/result";
import { claimStates } from "~/domain/review/workflow";
import { ratings } from "~/domain/verdict/rating";

import { refusalOf, rowsOf } from "./refusals.server";

const otherClaim = z
  .object({
    id: z.string(),
    article_id: z.string(),
    statement: z.string(),
    state: z.enum(claimStates),
    articles: z.object({
      article_versions: z.array(z.object({ number: z.number(), title: z.string() })),
    }),
    published_verdicts: z
      .array(z.object({ number: z.number(), slug: z.string(), content: z.string() }))
      .nullable(),
  })
  .transform((row): MatchedWith => {
    const published = (row.published_verdicts ?? []).toSorted((a, b) => b.number - a.number)[0];
    const rating = published ? publishedRating.parse(JSON.parse(published.content)) : null;
    return {
      kind: "claim",
      id: row.id,
      articleId: row.article_id,
      articleTitle:
        row.articles.article_versions.toSorted((a, b) => b.number - a.number)[0]?.title ?? "",
      statement: row.statement,
      state: row.state,
      verdict: published && rating ? { slug: published.slug, rating: rating.verdict.rating } : null,
    };
  });

const publishedRating = z.object({ verdict: z.object({ rating: z.enum(ratings) }) });

const checkFields = {
  url: z.string(),
  claim: z.string(),
  title: z.string().nullable(),
  claimant: z.string().nullable(),
  rating: z.string(),
  publisher: z.string(),
  checked_on: z.string().nullable(),
};

const earlierCheck = z
  .object({ id: z.string(), ...checkFields })
  .transform(({ checked_on: checkedOn, ...row }): MatchedWith => ({
    kind: "check",
    checkedOn,
    ...row,
  }));

const keptCheck = z
  .object({ ...checkFields, markup: z.string().nullable() })
  .transform(({ checked_on: checkedOn, ...row }): ImportedCheck => ({ checkedOn, ...row }));

const matchRow = z.object({
  id: z.string(),
  claim_id: z.string(),
  other_claim_id: z.string().nullable(),
  confidence: z.number(),
  state: z.enum(["proposed", "confirmed", "rejected"]),
  decided_by: z.string().nullable(),
  claim: otherClaim,
  other: otherClaim.nullable(),
  check: earlierCheck.nullable(),
});

const claimColumns =
  "id, article_id, statement, state, articles(article_versions(number, title)), published_verdicts(number, slug, content)";
const columns = `id, claim_id, other_claim_id, confidence, state, decided_by,
  claim:claims!claim_matches_claim_id_fkey(${claimColumns}),
  other:claims!claim_matches_other_claim_id_fkey(${claimColumns}),
  check:earlier_checks(id, url, claim, title, claimant, rating, publisher, checked_on)`;

const imported = z.object({ added: z.number(), changed: z.number() });

/** More than one article's claims ever have; lists are never unbounded. */
const listLimit = 500;

export function matchStore(supabase: SupabaseClient, lookAgain: () => void): MatchStore {
  return {
    lookAgain,

    async ofClaims(claimIds) {
      if (claimIds.length === 0) return [];
      const ids = claimIds.join(",");
      const rows = z
        .array(matchRow)
        .parse(
          rowsOf(
            await supabase
              .from("claim_matches")
              .select(columns)
              .or(`claim_id.in.(${ids}),other_claim_id.in.(${ids})`)
              .limit(listLimit),
          ),
        );
      const asked = new Set(claimIds);
      return rows.flatMap(({ claim_id: claimId, other_claim_id: otherId, ...row }) => {
        const { id, confidence, state, decided_by: decidedBy } = row;
        const shared = { id, confidence, state, decidedBy };
        const sides: ClaimMatch[] = [];
        const other = row.other ?? row.check;
        if (asked.has(claimId) && other) sides.push({ ...shared, claimId, with: other });
        if (otherId !== null && asked.has(otherId)) {
          sides.push({ ...shared, claimId: otherId, with: row.claim });
        }
        return sides;
      });
    },

    async decide(matchId, decision) {
      const { error } = await supabase.rpc("decide_match", { p_match: matchId, p_state: decision });
      return error ? fail(refusalOf(error)) : ok(null);
    },

    async importChecks(checks) {
      const { data, error } = await supabase.rpc("import_checks", { p_checks: checks });
      return error ? fail(refusalOf(error)) : ok(imported.parse(data));
    },

    async checks(most, after) {
      const rows = rowsOf(
        await supabase
          .from("earlier_checks")
          .select("url, claim, title, claimant, rating, publisher, checked_on, markup")
          .gt("url", after)
          .order("url")
          .limit(most),
      );
      return z.array(keptCheck).parse(rows);
    },
  };
}
