import type { SupabaseClient } from "@supabase/supabase-js";

import {
  claimIdsFromJson,
  headsFromJson,
  historyFromJson,
  lookToJson,
  outcomesFromJson,
  rowsFromJson,
  rowToJson,
  storedFromJson,
  toBase64,
} from "~/collab/store-json.server";
import type { ReviewDocumentStore } from "~/collab/store";

const answerWithin = 8_000;

/**
 * Review documents through supabase-js. Takes the service client: the database checks the right of the author it is
 * given, and a socket's author may have been signed in longer than any token lives.
 */
export function reviewDocumentStore(service: SupabaseClient): ReviewDocumentStore {
  const call = async (name: string, parameters: object): Promise<unknown> => {
    const { data, error } = await service
      .rpc(name, parameters)
      .abortSignal(AbortSignal.timeout(answerWithin));
    if (error) throw new Error(`${name}: ${error.message}`, { cause: error });
    return data;
  };

  return {
    load: async (claimId, fromSnapshot = true) =>
      storedFromJson(
        await call("read_review_document", { p_claim: claimId, p_from_snapshot: fromSnapshot }),
      ),

    rowsAfter: async (claimId, n) =>
      rowsFromJson(await call("review_rows_after", { p_claim: claimId, p_after: n })),

    historyAfter: async (claimId, n) =>
      historyFromJson(await call("review_history", { p_claim: claimId, p_after: n })),

    underWay: async (most) => claimIdsFromJson(await call("reviews_under_way", { p_most: most })),

    heads: async (claimIds) =>
      headsFromJson(await call("review_heads", { p_claims: [...claimIds] })),

    setAside: async (claimId, n, why) => {
      await call("set_review_row_aside", { p_claim: claimId, p_n: n, p_why: why });
    },

    append: async (rows) =>
      outcomesFromJson(
        await call("append_review_updates", { p_rows: rows.map(rowToJson) }),
        rows.length,
      ),

    snapshot: async (claimId, upto, state) => {
      await call("save_review_snapshot", {
        p_claim: claimId,
        p_upto: upto,
        p_state_b64: toBase64(state),
      });
    },

    noteLooks: async (looks) => {
      await call("note_review_looks", { p_looks: looks.map(lookToJson) });
    },

    recordRefusedWrite: async (claimId, personId, kind) => {
      await call("record_refused_write", { p_claim: claimId, p_person: personId, p_kind: kind });
    },
  };
}
