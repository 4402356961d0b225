import { z } from "zod";

import type { SupabasePlatform } from "./platform";
import { checkByProject, sessionsByConnection, sessionsByService, signedIn } from "./signed-in";

const variables = ["SUPABASE_URL", "SUPABASE_ANON_KEY", "SUPABASE_SERVICE_ROLE_KEY"] as const;

/**
 * The Supabase project that the environment names, or null when it names none. Throws when it names one by halves:
 * a process that falls back to an empty database of its own would look like lost data.
 */
export function remotePlatform(
  env: Readonly<Record<string, string | undefined>>,
): SupabasePlatform | null {
  const [url, anonKey, serviceKey] = variables.map((name) => env[name]?.trim() ?? "");
  const missing = variables.filter((name) => !env[name]?.trim());
  if (missing.length === variables.length) return null;
  if (!url || !anonKey || !serviceKey) {
    throw new Error(
      `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} missing. Set ${variables.join(", ")} together ` +
        "to use a Supabase project, or none of them to use the embedded database.",
    );
  }
  if (!z.url({ protocol: /^https?$/ }).safeParse(url).success) {
    throw new Error(
      "SUPABASE_URL is not an http(s) address, such as https://<project>.supabase.co.",
    );
  }
  const address = url.replace(/\/+$/, "");
  const databaseUrl = env["DATABASE_URL"]?.trim() || null;
  const check = checkByProject(address, anonKey);
  const sessions = databaseUrl
    ? sessionsByConnection(databaseUrl)
    : sessionsByService(address, serviceKey);
  return {
    kind: "remote",
    url: address,
    anonKey,
    serviceKey,
    fetch: undefined,
    databaseUrl,
    signedIn: (token) => signedIn(check, sessions, token),
    stop: () => sessions.end(),
  };
}
