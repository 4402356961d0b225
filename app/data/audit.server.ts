import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";

import type { AuditLog } from "~/commands/ports";

import { rowsOf } from "./refusals.server";

const eventRow = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.string().nullable(),
  action: z.string(),
  entity: z.enum(["article", "claim", "report", "person", "review", "desk"]),
  entity_id: z.string(),
  payload: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

/** The longest trail that a page shows: the newest entries, on which what is offered rests. */
const listLimit = 500;

export function auditLog(supabase: SupabaseClient): AuditLog {
  return {
    async of(entity, entityId) {
      const events = z
        .array(eventRow)
        .parse(
          rowsOf(
            await supabase
              .from("audit_events")
              .select("seq, at, actor, action, entity, entity_id, payload, hash")
              .eq("entity", entity)
              .eq("entity_id", entityId)
              .order("seq", { ascending: false })
              .limit(listLimit),
          ),
        )
        .toReversed();
      const actors = [...new Set(events.flatMap((event) => event.actor ?? []))];
      const people = actors.length
        ? rowsOf(await supabase.from("profiles").select("id, name").in("id", actors))
        : [];
      const names = new Map(people.map((row) => [String(row.id), String(row.name)]));
      return events.map((event) => ({
        seq: event.seq,
        at: event.at,
        actorId: event.actor,
        actorName: event.actor ? (names.get(event.actor) ?? null) : null,
        action: event.action,
        entity: event.entity,
        entityId: event.entity_id,
        payload: event.payload,
        hash: event.hash.replace(/^\\x/, ""),
      }));
    },
  };
}
