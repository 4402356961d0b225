import { randomUUID } from "node:crypto";

import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import WebSocket from "ws";

import type { SupabasePlatform } from "../../../server/supabase";

export const password = "correct horse battery";

export interface SignedUp {
  id: string;
  email: string;
  name: string;
  accessToken: string;
  refreshToken: string;
  /** Acts with this person's token. */
  client: SupabaseClient;
}

/** A client with nobody's rights but the public's, or with those of a token. */
export function clientOf(platform: SupabasePlatform, key = platform.anonKey, token?: string) {
  return createClient(platform.url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: {
      ...(platform.fetch && { fetch: platform.fetch }),
      ...(token && { headers: { Authorization: `Bearer ${token}` } }),
    },
    realtime: { transport: WebSocket as never },
  });
}

/** Signs somebody up who has not been there before. */
export async function signUp(platform: SupabasePlatform): Promise<SignedUp> {
  const email = `conformance-${randomUUID()}@example.com`;
  const name = `Prüferin ${email.slice(12, 20)}`;
  const { data, error } = await clientOf(platform).auth.signUp({
    email,
    password,
    options: { data: { conformance_name: name } },
  });
  if (error) throw error;
  if (!data.user || !data.session) throw new Error("E-mail confirmation must be off");
  const { access_token: accessToken, refresh_token: refreshToken } = data.session;
  return {
    id: data.user.id,
    email,
    name,
    accessToken,
    refreshToken,
    client: clientOf(platform, platform.anonKey, accessToken),
  };
}
