/** A server process for tests that kill it. Prints one line when its database is up, and stops on SIGTERM. */
import { startSupabase } from "../../server/supabase";

const [dataDir, migrationsDir] = process.argv.slice(2);
if (!dataDir || !migrationsDir) throw new Error("Usage: embedded-server DATA_DIR MIGRATIONS_DIR");
try {
  const platform = await startSupabase({ dataDir, migrationsDir, env: {} });
  process.once("SIGTERM", () => void platform.stop().then(() => process.exit(0)));
  process.stdout.write(`ready ${platform.databaseUrl}\n`);
  process.stdin.resume();
} catch (error) {
  process.stdout.write(`refused ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
