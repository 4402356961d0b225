import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import WebSocket from "ws";

import type { SupabasePlatform } from "../../server/supabase";

/** A client for one person, who has yet to sign in with it. */
export function personClient(platform: SupabasePlatform): SupabaseClient {
  return createClient(platform.url, platform.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    ...(platform.fetch && { global: { fetch: platform.fetch } }),
    realtime: { transport: WebSocket as never },
  });
}
