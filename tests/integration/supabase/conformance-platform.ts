import path from "node:path";

import { startSupabase } from "../../../server/supabase";
import { startTestSupabase, type TestSupabase } from "../../support/newsroom";

/** The Supabase project named by CONFORMANCE_SUPABASE_* (see the fixture migration), or an embedded one. */
export async function startConformance(): Promise<Pick<TestSupabase, "platform" | "stop">> {
  const env = Object.fromEntries(
    ["SUPABASE_URL", "SUPABASE_ANON_KEY", "SUPABASE_SERVICE_ROLE_KEY"].map((name) => [
      name,
      process.env[`CONFORMANCE_${name}`],
    ]),
  );
  if (Object.values(env).every((value) => value === undefined)) {
    return startTestSupabase({
      migrationsDir: path.join(import.meta.dirname, "fixture-migrations"),
    });
  }
  const platform = await startSupabase({ dataDir: "", env });
  return { platform, stop: () => platform.stop() };
}
