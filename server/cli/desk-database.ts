import postgres from "postgres";

import { readConfig, type Config } from "../config";
import { serviceClient, startSupabase, type SupabasePlatform } from "../supabase";

/** The desk’s database, as a command works with it beside a server or without one. */
export interface DeskDatabase {
  config: Config;
  platform: SupabasePlatform;
  service: ReturnType<typeof serviceClient>;
  sql: postgres.Sql;
}

/**
 * Runs a command on the desk’s database over a direct connection, and leaves it as it was. Throws with what to do where there
 * is none.
 */
export async function withDeskDatabase<T>(run: (desk: DeskDatabase) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const platform = await startSupabase({ dataDir: config.dataDir, env: process.env, share: true });
  try {
    if (platform.databaseUrl === null) {
      throw new Error("Set DATABASE_URL to the database of this project; it is used directly.");
    }
    const sql = postgres(platform.databaseUrl, { max: 2, onnotice: () => undefined });
    try {
      return await run({ config, platform, service: serviceClient(platform), sql });
    } finally {
      await sql.end();
    }
  } finally {
    await platform.stop();
  }
}

export const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
