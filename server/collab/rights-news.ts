import postgres from "postgres";

/** Whose rights may have changed: those in one room, those of one person, or anybody's. */
export type RightsNews = { claimId: string } | { personId: string } | "anything";

/**
 * Listens, over a direct connection, to the database saying that a role, a session or the state of a claim has
 * changed. Connects again by itself, and then says `anything`, because nobody knows what was missed.
 */
export function hearRightsChanges(
  databaseUrl: string,
  heard: (news: RightsNews) => void,
): { end(): Promise<void> } {
  const sql = postgres(databaseUrl, {
    max: 1,
    connect_timeout: 5,
    connection: { application_name: "countersign rights" },
    onnotice: () => undefined,
  });
  const listening = sql.listen(
    "countersign_rights",
    (payload) => heard(newsOf(payload)),
    () => heard("anything"),
  );
  // Rights are asked for every second anyway.
  listening.catch(() => undefined);
  return { end: () => sql.end({ timeout: 1 }) };
}

function newsOf(payload: string): RightsNews {
  const [kind, id] = payload.split(" ");
  if (kind === "claim" && id) return { claimId: id };
  return kind === "person" && id ? { personId: id } : "anything";
}
