import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import { parseRecord } from "~/domain/log/public-record";
import { correctionKinds } from "~/domain/report/correction/kinds";
import { changeKinds } from "~/domain/report/publication";
import { versionsOf, type VersionHistory } from "~/domain/report/versions";

import { rowsOf } from "./refusals.server";

const claimRow = z.object({ claim_id: z.string() });
const entryRow = z.object({ index: z.number(), record: z.string() });
const changeRow = z.object({
  kind: z.enum(changeKinds),
  reason: z.string(),
  at: z.string(),
  correction: z.enum(correctionKinds).nullable(),
});
const noticeRow = z.object({
  kind: z.enum(["being_corrected", "retracted"]),
  reason: z.string(),
  since: z.string(),
});

/** Every version of a verdict, out of the records of the public log: exactly what readers were told. */
export function verdictHistory(supabase: SupabaseClient) {
  return async (slug: string): Promise<VersionHistory | null> => {
    const [claim] = z
      .array(claimRow)
      .parse(
        rowsOf(
          await supabase
            .from("published_verdicts")
            .select("claim_id")
            .eq("slug", slug)
            .eq("number", 1),
        ),
      );
    if (!claim) return null;
    const of = claim.claim_id;
    const [entries, changes, notices] = await Promise.all([
      supabase.from("log_entries").select("index, record").eq("claim_id", of).order("index"),
      supabase
        .from("published_changes")
        .select("kind, reason, at, correction")
        .eq("claim_id", of)
        .order("id"),
      supabase.from("verdict_notices").select("kind, reason, since").eq("claim_id", of),
    ]);
    const logged = z
      .array(entryRow)
      .parse(rowsOf(entries))
      .map(({ index, record }) => {
        const parsed = parseRecord(record);
        if (!parsed.ok) throw new Error(`Entry ${index} of the log: ${parsed.error}`);
        return { entry: index, record: parsed.value };
      });
    return {
      ...{ claimId: of, slug },
      versions: versionsOf(logged, z.array(changeRow).parse(rowsOf(changes))),
      notice: z.array(noticeRow).parse(rowsOf(notices))[0] ?? null,
    };
  };
}
