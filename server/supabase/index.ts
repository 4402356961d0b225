import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import WebSocket from "ws";

import { embeddedPlatform } from "./embedded";
import type { StartOptions, SupabasePlatform } from "./platform";
import { remotePlatform } from "./remote";

export { DirectoryTaken } from "./lock";
export { isOutage } from "./signed-in";
export type { StartOptions, SupabasePlatform } from "./platform";

/**
 * Opens the Supabase project that the environment names, or else the embedded database in `dataDir`: started when it
 * does not run, taken over when an earlier process left it running, its migrations applied. Throws with what to do.
 */
export async function startSupabase(options: StartOptions): Promise<SupabasePlatform> {
  return remotePlatform(options.env) ?? (await embeddedPlatform(options));
}

/** A client that passes row-level security. Only for named places on the server; never hand it to a loader. */
export const serviceClient = (platform: SupabasePlatform): SupabaseClient =>
  clientWith(platform, platform.serviceKey);

/** A client with nobody's rights but the public's. */
export const publicClient = (platform: SupabasePlatform): SupabaseClient =>
  clientWith(platform, platform.anonKey);

function clientWith(platform: SupabasePlatform, key: string): SupabaseClient {
  return createClient(platform.url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: platform.fetch === undefined ? {} : { fetch: platform.fetch },
    // supabase-js refuses to start on Node 20 without a WebSocket of its own.
    realtime: { transport: WebSocket as never },
  });
}
