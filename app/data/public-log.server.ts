import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { LoggedEntry, LogStore } from "~/commands/ports";

import { rowsOf } from "./refusals.server";

const entryRow = z.object({
  index: z.number(),
  claim_id: z.string(),
  publication: z.number(),
  kind: z.string(),
  entry: z.string(),
  record: z.string(),
});
const columns = "index, claim_id, publication, kind, entry, record";

/** How many leaves one question brings. */
const handful = 1000;

const entriesOf = (rows: unknown): LoggedEntry[] =>
  z
    .array(entryRow)
    .parse(rows)
    .map(({ claim_id, ...row }) => ({ ...row, claimId: claim_id }));

/** The public log. Anybody's client reads it; the service key's alone keeps checkpoints. */
export function logStore(supabase: SupabaseClient): LogStore {
  const entries = () => supabase.from("log_entries").select(columns);
  return {
    async leavesFrom(index) {
      const rows = rowsOf(
        await supabase
          .from("log_entries")
          .select("hash")
          .gte("index", index)
          .order("index")
          .limit(handful),
      );
      return z
        .array(z.object({ hash: z.string() }))
        .parse(rows)
        .map(({ hash }) => hash);
    },

    entries: async (start, end) =>
      entriesOf(rowsOf(await entries().gte("index", start).lt("index", end).order("index"))),

    ofClaim: async (claimId) =>
      entriesOf(rowsOf(await entries().eq("claim_id", claimId).order("index"))),

    async text(sha256) {
      const rows = rowsOf(await supabase.from("log_texts").select("text").eq("sha256", sha256));
      return z.array(z.object({ text: z.string() })).parse(rows)[0]?.text ?? null;
    },

    async newestCheckpoint() {
      const newest = supabase.from("log_checkpoints").select("note").order("id", {
        ascending: false,
      });
      const rows = rowsOf(await newest.limit(1));
      return z.array(z.object({ note: z.string() })).parse(rows)[0]?.note ?? null;
    },

    async keepCheckpoint({ size, root, note }) {
      const { error } = await supabase.rpc("keep_checkpoint", {
        ...{ p_size: size, p_root: root, p_note: note },
      });
      if (error) throw new Error(`The checkpoint was not kept: ${error.message}`, { cause: error });
    },
  };
}
