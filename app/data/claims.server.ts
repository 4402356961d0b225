import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ClaimStore } from "~/commands/ports";
import { claimTypes, priorities, type Claim } from "~/domain/claim/claim";
import { dismissalKinds } from "~/domain/claim/dismissal";
import { attributionKinds } from "~/domain/claim/split-output";
import { fail, ok } from "~/domain/result";
import { claimStates } from "~/domain/review/workflow";

import { refusalOf, rowsOf } from "./refusals.server";

const claimRow = z
  .object({
    id: z.string(),
    article_id: z.string(),
    article_version_id: z.string(),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start_offset: z.number(),
    end_offset: z.number(),
    statement: z.string(),
    claimant: z.string().nullable(),
    type: z.enum(claimTypes),
    check_worthiness: z.number(),
    reasons: z.array(z.string()),
    dimensions: z
      .object({ checkability: z.number(), publicInterest: z.number(), specificity: z.number() })
      .nullable(),
    attribution: z.enum(attributionKinds).nullable(),
    needs_context: z.array(z.string()),
    origin: z.enum(["engine", "person"]),
    state: z.enum(claimStates),
    version: z.number(),
    lead_id: z.string().nullable(),
    second_id: z.string().nullable(),
    recused: z.array(z.string()),
    due_on: z.string().nullable(),
    priority: z.enum(priorities),
    compared_at: z.string().nullable(),
    dismissal_reason: z.string().nullable(),
    dismissal_kind: z.enum(dismissalKinds).nullable(),
    model: z.string().nullable(),
    published_at: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .transform((row): Claim => ({
    id: row.id,
    articleId: row.article_id,
    articleVersionId: row.article_version_id,
    anchor: {
      exact: row.exact,
      prefix: row.prefix,
      suffix: row.suffix,
      start: row.start_offset,
      end: row.end_offset,
    },
    statement: row.statement,
    claimant: row.claimant,
    type: row.type,
    checkWorthiness: row.check_worthiness,
    reasons: row.reasons,
    dimensions: row.dimensions,
    attribution: row.attribution,
    needsContext: row.needs_context,
    origin: row.origin,
    state: row.state,
    version: row.version,
    leadId: row.lead_id,
    secondId: row.second_id,
    recusedIds: row.recused,
    dueOn: row.due_on,
    priority: row.priority,
    comparedAt: row.compared_at,
    dismissalReason: row.dismissal_reason,
    dismissalKind: row.dismissal_kind,
    model: row.model,
    publishedAt: row.published_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));

const columns = Object.keys(claimRow.in.shape).join(", ");
const claims = z.array(claimRow);
const moved = z.object({ state: z.enum(claimStates), version: z.number() });

const exclusions = z.array(
  z.object({ person: z.string(), why: z.enum(["wrote", "led", "conflict"]) }),
);

const handOvers = z.array(
  z.object({
    id: z.string(),
    part: z.enum(["lead", "second"]),
    by: z.string(),
    note: z.string(),
    at: z.string().transform((at) => new Date(at).toISOString()),
  }),
);

const versions = z.array(z.object({ version: z.number() }));

/** More than anybody works through in a sitting; lists are never unbounded. */
const listLimit = 500;

export function claimStore(supabase: SupabaseClient): ClaimStore {
  const select = () => supabase.from("claims").select(columns).limit(listLimit);
  return {
    async find(claimId) {
      return claims.parse(rowsOf(await select().eq("id", claimId)))[0] ?? null;
    },

    async versionOf(claimId) {
      const rows = rowsOf(await supabase.from("claims").select("version").eq("id", claimId));
      return versions.parse(rows)[0]?.version ?? null;
    },

    async these(claimIds) {
      return claims.parse(rowsOf(await select().in("id", [...claimIds])));
    },

    async ofArticle(articleId) {
      return claims.parse(
        rowsOf(await select().eq("article_id", articleId).order("start_offset").order("id")),
      );
    },

    async assignedTo(personId, most) {
      return claims.parse(
        rowsOf(
          await select()
            .or(`lead_id.eq.${personId},second_id.eq.${personId}`)
            .in("state", ["in_review", "second_review", "disputed", "approved"])
            .order("updated_at")
            .limit(most),
        ),
      );
    },

    async inStates(states, most) {
      return claims.parse(
        rowsOf(
          await select()
            .in("state", [...states])
            .order("updated_at")
            .limit(most),
        ),
      );
    },

    async withoutSomebody(most) {
      return claims.parse(
        rowsOf(
          await select()
            .in("state", ["in_review", "second_review"])
            .or("lead_id.is.null,second_id.is.null")
            .order("updated_at")
            .limit(most),
        ),
      );
    },

    async declareConflict({ claimId, expectedVersion, reason }) {
      const { data, error } = await supabase.rpc("declare_conflict", {
        p_claim: claimId,
        p_expected: expectedVersion,
        p_reason: reason,
      });
      return error ? fail(refusalOf(error)) : ok(moved.parse(data));
    },

    async excludedAsSecond(claimId) {
      const rows = rowsOf(await supabase.rpc("second_exclusions", { p_claim: claimId }));
      return exclusions.parse(rows).map(({ person, why }) => ({ personId: person, why }));
    },

    async propose(versionId, proposed, origin) {
      const { data, error } = await supabase.rpc("propose_claims", {
        p_version: versionId,
        p_claims: proposed,
        p_origin: origin,
      });
      return error ? fail(refusalOf(error)) : ok(z.array(z.string()).parse(data));
    },

    async takeOffered({ claimId, expectedVersion }) {
      const { data, error } = await supabase.rpc("take_offered_claim", {
        p_claim: claimId,
        p_expected: expectedVersion,
      });
      return error ? fail(refusalOf(error)) : ok(moved.parse(data));
    },

    async unreadHandOver(claimId, personId) {
      const rows = await supabase
        .from("hand_overs")
        .select("id, part, by, note, at")
        .eq("claim_id", claimId)
        .eq("to_person", personId)
        .is("read_at", null)
        .order("at", { ascending: false })
        .limit(1);
      return handOvers.parse(rowsOf(rows))[0] ?? null;
    },

    async seeHandOver(handOverId) {
      const { error } = await supabase.rpc("see_hand_over", { p_id: handOverId });
      return error ? fail(refusalOf(error)) : ok(null);
    },

    async act({ claimId, action, expectedVersion, reason, payload }) {
      if (action === "hand_over" || action === "hand_over_second") {
        const { data, error } = await supabase.rpc("hand_over", {
          p_claim: claimId,
          p_part: action === "hand_over" ? "lead" : "second",
          p_expected: expectedVersion,
          p_to: payload?.toId ?? null,
          p_note: reason ?? null,
        });
        return error ? fail(refusalOf(error)) : ok(moved.parse(data));
      }
      const at = { p_claim: claimId, p_expected: expectedVersion, p_reason: reason ?? null };
      if (payload?.correction !== undefined) {
        const { data, error } = await supabase.rpc("begin_correction", {
          ...at,
          p_kind: payload.correction,
        });
        return error ? fail(refusalOf(error)) : ok(moved.parse(data));
      }
      if (payload?.mend !== undefined) {
        const { data, error } = await supabase.rpc("mend_typo", {
          ...at,
          p_content: payload.content ?? "",
          p_short_claim: payload.mend.shortClaim,
          p_wrong: payload.mend.wrong,
          p_right: payload.mend.right,
        });
        return error ? fail(refusalOf(error)) : ok(moved.parse(data));
      }
      const { data, error } = await supabase.rpc("act_on_claim", {
        p_claim: claimId,
        p_action: action,
        p_expected: expectedVersion,
        p_reason: reason ?? null,
        p_payload: payload ?? {},
      });
      return error ? fail(refusalOf(error)) : ok(moved.parse(data));
    },
  };
}
