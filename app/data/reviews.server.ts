import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { Adjudication, ReviewStore } from "~/commands/ports";
import type { BlindView, SecondVerdict, SignOff } from "~/domain/review/second-verdict";
import {
  evidenceSchema,
  verdictContentSchema,
  type VerdictVersion,
} from "~/domain/verdict/content";
import { stances } from "~/domain/evidence/evidence";
import { settlementWays } from "~/domain/review/dispute";
import { ratings } from "~/domain/verdict/rating";
import { richTextSchema } from "~/domain/verdict/rich-text";
import { sureness } from "~/domain/verdict/sureness";

import { rowsOf } from "./refusals.server";

const rating = z.enum(ratings);

const versionRow = z
  .object({
    id: z.string(),
    claim_id: z.string(),
    number: z.number(),
    content: z.string(),
    content_hash: z.string(),
    submitted_by: z.string(),
    submitted_at: z.string(),
    origin: z.enum(["submission", "adjudication", "concession", "typo"]),
    document_head: z.number(),
  })
  .transform((row): VerdictVersion => ({
    id: row.id,
    claimId: row.claim_id,
    number: row.number,
    content: verdictContentSchema.parse(JSON.parse(row.content)),
    text: row.content,
    contentHash: row.content_hash,
    submittedBy: row.submitted_by,
    submittedAt: row.submitted_at,
    origin: row.origin,
    documentHead: row.document_head,
  }));

const secondRow = z
  .object({
    id: z.string(),
    version_id: z.string(),
    by: z.string(),
    rating,
    confidence: z.enum(sureness).nullable(),
    reason: z.string(),
    blind: z.boolean(),
    sources: z.array(z.object({ id: z.string(), stance: z.enum(stances) })).nullable(),
    found: z.array(z.object({ url: z.string(), note: z.string() })),
    saw_rationale: z.boolean(),
    decided_at: z.string(),
  })
  .transform(({ version_id, decided_at, saw_rationale, ...row }): SecondVerdict => ({
    ...row,
    versionId: version_id,
    sawRationale: saw_rationale,
    decidedAt: decided_at,
  }));

const signOffRow = z
  .object({
    id: z.string(),
    version_id: z.string(),
    by: z.string(),
    capacity: z.enum(["second", "editor"]),
    content_hash: z.string(),
    signed_at: z.string(),
    voided_at: z.string().nullable(),
  })
  .transform((row): SignOff => ({
    id: row.id,
    versionId: row.version_id,
    by: row.by,
    capacity: row.capacity,
    contentHash: row.content_hash,
    signedAt: row.signed_at,
    voidedAt: row.voided_at,
  }));

const adjudicationRow = z
  .object({
    by: z.string(),
    first_rating: rating,
    second_rating: rating,
    final_rating: rating,
    reason: z.string(),
    how: z.enum(settlementWays),
    round: z.number().nullable(),
    version_id: z.string(),
    disputed_version_id: z.string().nullable(),
    decided_at: z.string(),
  })
  .transform((row): Adjudication => ({
    by: row.by,
    firstRating: row.first_rating,
    secondRating: row.second_rating,
    finalRating: row.final_rating,
    reason: row.reason,
    how: row.how,
    round: row.round,
    versionId: row.version_id,
    disputedVersionId: row.disputed_version_id,
    decidedAt: row.decided_at,
  }));

const blindView: z.ZodType<BlindView> = z.strictObject({
  evidence: z.array(evidenceSchema),
  rationale: richTextSchema.nullable(),
});

const standingRow = z.object({ claim_id: z.string(), voided_at: z.string().nullable() });

/** Row-level security keeps from a second reviewer what they may not see yet: the rows are simply not there. */
export function reviewStore(supabase: SupabaseClient): ReviewStore {
  return {
    async record(claimId) {
      const [versions, seconds, signOffs, adjudications] = await Promise.all([
        supabase
          .from("verdict_versions")
          .select(
            "id, claim_id, number, content, content_hash, submitted_by, submitted_at, origin, document_head",
          )
          .eq("claim_id", claimId)
          .order("number"),
        supabase
          .from("second_verdicts")
          .select(
            "id, version_id, by, rating, confidence, reason, blind, sources, found, saw_rationale, decided_at",
          )
          .eq("claim_id", claimId)
          .order("decided_at"),
        supabase
          .from("sign_offs")
          .select("id, version_id, by, capacity, content_hash, signed_at, voided_at")
          .eq("claim_id", claimId)
          .order("signed_at"),
        supabase
          .from("adjudications")
          .select(
            "by, first_rating, second_rating, final_rating, reason, how, round, version_id, disputed_version_id, decided_at",
          )
          .eq("claim_id", claimId)
          .order("decided_at"),
      ]);
      return {
        versions: z.array(versionRow).parse(rowsOf(versions)),
        secondVerdicts: z.array(secondRow).parse(rowsOf(seconds)),
        signOffs: z.array(signOffRow).parse(rowsOf(signOffs)),
        adjudications: z.array(adjudicationRow).parse(rowsOf(adjudications)),
      };
    },

    async revealed(claimId, personId) {
      const { data, error } = await supabase.rpc("second_verdict_given", {
        p_claim: claimId,
        p_person: personId,
      });
      if (error) throw new Error(error.message, { cause: error });
      return data === true;
    },

    async revealedAmong(claimIds, personId) {
      if (claimIds.length === 0) return new Set();
      const asked = { p_claims: [...claimIds], p_person: personId };
      const rows = rowsOf(await supabase.rpc("second_verdicts_given", asked));
      return new Set(z.array(z.string()).parse(rows));
    },

    async voidAmong(claimIds) {
      if (claimIds.length === 0) return new Set();
      const rows = await supabase
        .from("sign_offs")
        .select("claim_id, voided_at")
        .in("claim_id", [...claimIds])
        .order("signed_at");
      const newest = new Map(
        z
          .array(standingRow)
          .parse(rowsOf(rows))
          .map((row) => [row.claim_id, row.voided_at]),
      );
      return new Set([...newest].flatMap(([id, voidedAt]) => (voidedAt === null ? [] : [id])));
    },

    async blindView(claimId) {
      const { data, error } = await supabase.rpc("blind_review", { p_claim: claimId });
      if (error) throw new Error(error.message, { cause: error });
      return blindView.nullable().parse(data);
    },
  };
}
