import { createHash, randomBytes } from "node:crypto";

import type { PostgrestError, SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { GuestPages, GuestStore } from "~/commands/ports/guests";
import { stances } from "~/domain/evidence/evidence";
import type { GuestAnswer } from "~/domain/guest/guest-answer";
import type { GuestLink } from "~/domain/guest/guest-link";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";
import { sureness } from "~/domain/verdict/sureness";

import { refusalOf, rowsOf } from "./refusals.server";

const instant = z.string().transform((at) => new Date(at).toISOString());
const linkRow = z
  .object({
    id: z.string(),
    claim_id: z.string(),
    expert: z.string(),
    affiliation: z.string(),
    question: z.string(),
    created_by: z.string(),
    created_at: instant,
    expires_at: instant,
    opened_at: instant.nullable(),
    revoked_at: instant.nullable(),
  })
  .transform(({ id, expert, affiliation, question, ...row }): GuestLink => ({
    ...{ id, expert, affiliation, question },
    claimId: row.claim_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    revokedAt: row.revoked_at,
  }));
const answerRow = z
  .object({
    id: z.string(),
    link_id: z.string(),
    claim_id: z.string(),
    question: z.string(),
    shown_as: z.string(),
    named: z.boolean(),
    words: z.string(),
    stance: z.enum(stances),
    sure: z.enum(sureness),
    sources: z.array(z.string()),
    has_conflict: z.boolean(),
    interests: z.string(),
    answered_at: instant,
    taken_up_by: z.string().nullable(),
    taken_up_at: instant.nullable(),
  })
  .transform(({ id, question, named, words, stance, sure, sources, interests, ...row }) => ({
    ...{ id, question, named, words, stance, sure, sources, interests },
    linkId: row.link_id,
    claimId: row.claim_id,
    shownAs: row.shown_as,
    hasConflict: row.has_conflict,
    answeredAt: row.answered_at,
    takenUpBy: row.taken_up_by,
    takenUpAt: row.taken_up_at,
  })) satisfies z.ZodType<GuestAnswer>;
const opened = z
  .discriminatedUnion("status", [
    z.object({ status: z.enum(["answered", "revoked", "expired", "moved_on"]) }),
    z.object({
      status: z.literal("open"),
      expert: z.string(),
      affiliation: z.string(),
      question: z.string(),
      expiresAt: instant,
      claimId: z.string(),
      statement: z.string(),
      start: z.number(),
      end: z.number(),
      article: z.object({
        title: z.string(),
        outlet: z.string().nullable(),
        publishedOn: z.string().nullable(),
        language: z.string(),
        text: z.string(),
      }),
    }),
  ])
  .nullable();

const columnsOf = (row: { in: { shape: object } }) => Object.keys(row.in.shape).join(", ");
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const outcome = ({ error }: { error: PostgrestError | null }): Result<null, Refusal> =>
  error ? fail(refusalOf(error)) : ok(null);

/** More than one claim should ever have. */
const mostAtOnce = 200;

/** Row-level security shows answers to whoever may read the review, and links to those of them who ask. */
export const guestStore = (supabase: SupabaseClient): GuestStore => ({
  async links(claimId) {
    const select = supabase.from("guest_links").select(columnsOf(linkRow)).eq("claim_id", claimId);
    return z.array(linkRow).parse(rowsOf(await select.order("created_at").limit(mostAtOnce)));
  },
  async answers(claimId) {
    const select = supabase
      .from("guest_answers")
      .select(columnsOf(answerRow))
      .eq("claim_id", claimId);
    return z.array(answerRow).parse(rowsOf(await select.order("answered_at").limit(mostAtOnce)));
  },
  async ask({ claimId, expert, affiliation, question, days }) {
    const token = randomBytes(32).toString("base64url");
    const { error } = await supabase.rpc("create_guest_link", {
      p_claim: claimId,
      p_expert: expert,
      p_affiliation: affiliation,
      p_question: question,
      p_days: days,
      p_token_hash: hashOf(token),
    });
    return error ? fail(refusalOf(error)) : ok(token);
  },
  revoke: async (id) => outcome(await supabase.rpc("revoke_guest_link", { p_link: id })),
  takeUp: async (id) => outcome(await supabase.rpc("take_up_guest_answer", { p_answer: id })),
});

/** Experts have no account. Takes the service client. */
export const guestPages = (service: SupabaseClient): GuestPages => ({
  async open(token) {
    const { data, error } = await service.rpc("open_guest_link", { p_token_hash: hashOf(token) });
    if (error) throw new Error(error.message, { cause: error });
    return opened.parse(data);
  },
  answer: async (token, answer) =>
    outcome(
      await service.rpc("answer_guest_link", { p_token_hash: hashOf(token), p_answer: answer }),
    ),
});
