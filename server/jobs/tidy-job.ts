import type { Sql } from "postgres";

/** Drops what intake has read and nobody has saved within two days. */
export async function dropStaleOriginals(sql: Sql, now: Date): Promise<void> {
  await sql`select app_private.drop_stale_originals(${now})`;
}
