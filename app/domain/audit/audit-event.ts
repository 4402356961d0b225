/** One entry of the append-only trail. `entry` is the exact text that `hash` covers. */
export interface AuditEvent {
  seq: number;
  /** ISO 8601 in UTC. */
  at: string;
  actorId: string | null;
  /** Null for the system itself. */
  actorName: string | null;
  action: string;
  entity: "article" | "claim" | "report" | "person" | "review" | "desk";
  entityId: string;
  /** What changed, in the words of the command. Never a rating that somebody must not see yet. */
  payload: Record<string, unknown>;
  hash: string;
}
