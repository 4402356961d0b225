import { createClient } from "@supabase/supabase-js";
import WebSocket from "ws";

import type { AccountMaker } from "~/data/staff.server";

import type { SupabasePlatform } from "./platform";

/**
 * Makes the account of somebody who was invited. A project does it with the service key, so that sign-up can be closed
 * there; the embedded server has no such interface, and nobody but this process can ask it to sign somebody up.
 */
export function accountMaker(platform: SupabasePlatform): AccountMaker {
  return async ({ email, password, name }) => {
    const client = createClient(
      platform.url,
      platform.kind === "remote" ? platform.serviceKey : platform.anonKey,
      {
        auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
        ...(platform.fetch && { global: { fetch: platform.fetch } }),
        realtime: { transport: WebSocket as never },
      },
    );
    const { data, error } =
      platform.kind === "remote"
        ? await client.auth.admin.createUser({
            email,
            password,
            email_confirm: true,
            user_metadata: { name },
          })
        : await client.auth.signUp({ email, password, options: { data: { name } } });
    if (error && (error.status === undefined || error.status >= 500)) throw error;
    return error ? null : (data.user?.id ?? null);
  };
}
