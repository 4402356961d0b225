import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ApprovalStore } from "~/commands/ports/approvals";
import { pageMark } from "~/domain/page-mark";
import { exceptionKinds } from "~/domain/report/report";
import type { Clearance, LaneItem } from "~/domain/review/clearance";
import { fail, ok } from "~/domain/result";
import { claimStates } from "~/domain/review/workflow";
import { ratings } from "~/domain/verdict/rating";

import { refusalOf, rowsOf } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());

const laneRow = z
  .object({
    claim_id: z.string(),
    version: z.number(),
    statement: z.string(),
    article_id: z.string(),
    article_title: z.string(),
    due_on: z.string().nullable(),
    lead_id: z.string().nullable(),
    second_id: z.string().nullable(),
    recused: z.array(z.string()),
    lead_name: z.string().nullable(),
    second_name: z.string().nullable(),
    signed_by: z.array(z.string()),
    rating: z.enum(ratings).nullable(),
    approved_at: instant,
    cleared_by: z.string().nullable(),
    cleared_by_name: z.string().nullable(),
    cleared_at: instant.nullable(),
  })
  .transform((row): LaneItem => ({
    claimId: row.claim_id,
    version: row.version,
    statement: row.statement,
    articleId: row.article_id,
    articleTitle: row.article_title,
    dueOn: row.due_on,
    leadId: row.lead_id,
    secondId: row.second_id,
    recusedIds: row.recused,
    leadName: row.lead_name,
    secondName: row.second_name,
    signedBy: row.signed_by,
    rating: row.rating,
    approvedAt: row.approved_at,
    cleared:
      row.cleared_by === null || row.cleared_at === null
        ? null
        : { by: row.cleared_by, byName: row.cleared_by_name ?? "An editor", at: row.cleared_at },
  }));

const lanePage = z.object({
  items: z.array(laneRow),
  total: z.number(),
  next: pageMark.nullable(),
});

/** On either side of a claim that is looked at, and at the head of the lane. */
const neighbours = 25;

const lanePlace = z.object({ at: z.number(), of: z.number(), items: z.array(laneRow) });

const clearanceRow = z
  .object({
    claim_id: z.string(),
    version_id: z.string(),
    content_hash: z.string(),
    by: z.string(),
    cleared_at: instant,
    ended_how: z.enum(["withdrawn", "reopened", "conflict"]).nullable(),
    ended_at: instant.nullable(),
  })
  .transform((row): Clearance & { claimId: string } => ({
    claimId: row.claim_id,
    versionId: row.version_id,
    contentHash: row.content_hash,
    by: row.by,
    clearedAt: row.cleared_at,
    endedHow: row.ended_how,
    endedAt: row.ended_at,
  }));

const exceptionRow = z
  .object({
    kind: z.enum(exceptionKinds).exclude(["given_to_one"]),
    person: z.string(),
    granted_by: z.string(),
    reason: z.string(),
  })
  .transform(({ granted_by, ...row }) => ({ ...row, grantedBy: granted_by }));

const publishedRow = z
  .object({ content_hash: z.string(), published_at: instant })
  .transform((row) => ({ contentHash: row.content_hash, at: row.published_at }));

const moved = z.object({ state: z.enum(claimStates), version: z.number() });

export function approvalStore(supabase: SupabaseClient): ApprovalStore {
  return {
    async lane(part, { after, size }) {
      const asked = { p_cleared: part === "cleared", p_after: after ?? {}, p_most: size };
      return lanePage.parse(rowsOf(await supabase.rpc("approval_lane", asked)));
    },

    async these(claimIds) {
      if (claimIds.length === 0) return [];
      const rows = await supabase.rpc("approvals_of", { p_claims: [...claimIds] });
      return z.array(laneRow).parse(rowsOf(rows));
    },

    async around(claimId) {
      const asked = { p_claim: claimId, p_around: neighbours };
      return lanePlace.parse(rowsOf(await supabase.rpc("approval_place", asked)));
    },

    async clearances(claimIds) {
      if (claimIds.length === 0) return [];
      const rows = await supabase
        .from("clearances")
        .select("claim_id, version_id, content_hash, by, cleared_at, ended_how, ended_at")
        .in("claim_id", [...claimIds])
        .order("cleared_at");
      return z.array(clearanceRow).parse(rowsOf(rows));
    },

    async clear({ claimId, expectedVersion, contentHash, exception, reason }) {
      const { data, error } = await supabase.rpc("clear_claim", {
        p_claim: claimId,
        p_expected: expectedVersion,
        p_hash: contentHash,
        p_exception: exception,
        p_reason: reason,
      });
      return error ? fail(refusalOf(error)) : ok(moved.parse(data));
    },

    async withdraw({ claimId, expectedVersion, reason }) {
      const { data, error } = await supabase.rpc("withdraw_clearance", {
        p_claim: claimId,
        p_expected: expectedVersion,
        p_reason: reason,
      });
      return error ? fail(refusalOf(error)) : ok(moved.parse(data));
    },

    async exceptions(claimId) {
      const rows = await supabase
        .from("duty_exceptions")
        .select("kind, person, granted_by, reason")
        .eq("claim_id", claimId)
        .order("at");
      return z.array(exceptionRow).parse(rowsOf(rows));
    },

    async publishedHashes(claimId) {
      const rows = await supabase
        .from("published_verdicts")
        .select("content_hash, published_at")
        .eq("claim_id", claimId)
        .order("number");
      return z.array(publishedRow).parse(rowsOf(rows));
    },

    async isRequired() {
      const rows = rowsOf(await supabase.from("desk_settings").select("require_clearance"));
      return (
        z.array(z.object({ require_clearance: z.boolean() })).parse(rows)[0]?.require_clearance ===
        true
      );
    },

    async setRequired(on) {
      const { error } = await supabase.rpc("set_clearance_required", { p_on: on });
      return error ? fail(refusalOf(error)) : ok(null);
    },
  };
}
