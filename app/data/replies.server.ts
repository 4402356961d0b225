import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { ReplyStore } from "~/commands/ports/approvals";
import { fail, ok } from "~/domain/result";
import { replyChannels, replyKinds, type ReplyRequest } from "~/domain/review/right-of-reply";

import { refusalOf, rowsOf } from "./refusals.server";

const answerRow = z.object({
  kind: z.enum(replyKinds),
  words: z.string(),
  answered_on: z.string(),
  recorded_by: z.string(),
});

const requestRow = z.object({
  id: z.string(),
  claim_id: z.string(),
  asked: z.string(),
  channel: z.enum(replyChannels),
  asked_on: z.string(),
  due_on: z.string(),
  recorded_by: z.string(),
  // One row or none, whichever form the server gives that.
  reply_answers: z.union([answerRow, z.array(answerRow)]).nullable(),
});

function requestOf(row: z.infer<typeof requestRow>): ReplyRequest {
  const answer = Array.isArray(row.reply_answers) ? row.reply_answers[0] : row.reply_answers;
  return {
    id: row.id,
    claimId: row.claim_id,
    asked: row.asked,
    channel: row.channel,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    recordedBy: row.recorded_by,
    answer: answer
      ? {
          kind: answer.kind,
          words: answer.words,
          answeredOn: answer.answered_on,
          recordedBy: answer.recorded_by,
        }
      : null,
  };
}

/** More than one claim should ever need. */
const mostAtOnce = 50;

/** Row-level security shows them to whoever may read the review now. */
export const replyStore = (supabase: SupabaseClient): ReplyStore => ({
  async ofClaim(claimId) {
    const rows = await supabase
      .from("reply_requests")
      .select(
        "id, claim_id, asked, channel, asked_on, due_on, recorded_by, reply_answers(kind, words, answered_on, recorded_by)",
      )
      .eq("claim_id", claimId)
      .order("recorded_at")
      .limit(mostAtOnce);
    return z.array(requestRow).parse(rowsOf(rows)).map(requestOf);
  },

  async ask(claimId, request) {
    const { error } = await supabase.rpc("record_reply_request", {
      p_claim: claimId,
      p_request: request,
    });
    return error ? fail(refusalOf(error)) : ok(null);
  },

  async answer(requestId, answer) {
    const { error } = await supabase.rpc("record_reply_answer", {
      p_request: requestId,
      p_answer: answer,
    });
    return error ? fail(refusalOf(error)) : ok(null);
  },
});
