import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { HelpStore } from "~/commands/ports";
import type { HelpRequest } from "~/domain/review/help-request";
import { fail, ok } from "~/domain/result";

import { refusalOf, rowsOf } from "./refusals.server";

const requestRow = z
  .object({
    id: z.string(),
    claim_id: z.string(),
    question: z.string(),
    asked_by: z.string(),
    asked_at: z.string(),
    answer: z.string().nullable(),
    answered_by: z.string().nullable(),
    answered_at: z.string().nullable(),
  })
  .transform((row): HelpRequest => ({
    id: row.id,
    claimId: row.claim_id,
    question: row.question,
    askedBy: row.asked_by,
    askedAt: new Date(row.asked_at).toISOString(),
    answer: row.answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at && new Date(row.answered_at).toISOString(),
  }));
const requests = z.array(requestRow);
const columns = Object.keys(requestRow.in.shape).join(", ");

/** More than a desk should have open; those that waited longest come first. */
const mostAtOnce = 50;

/** Row-level security shows a question only to whoever may read its review now. */
export function helpStore(supabase: SupabaseClient): HelpStore {
  const select = () => supabase.from("help_requests").select(columns).limit(mostAtOnce);
  return {
    async open() {
      return requests.parse(rowsOf(await select().is("answered_at", null).order("asked_at")));
    },

    async ofClaim(claimId) {
      const rows = await select().eq("claim_id", claimId).order("asked_at", { ascending: false });
      return requests.parse(rowsOf(rows)).toReversed();
    },

    async ask(claimId, question) {
      const { error } = await supabase.rpc("ask_for_help", {
        p_claim: claimId,
        p_question: question,
      });
      return error ? fail(refusalOf(error)) : ok(null);
    },

    async answer(requestId, answer) {
      const { error } = await supabase.rpc("answer_help", {
        p_request: requestId,
        p_answer: answer,
      });
      return error ? fail(refusalOf(error)) : ok(null);
    },
  };
}
