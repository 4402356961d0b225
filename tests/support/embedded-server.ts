/** A server process for tests that kill it. Prints one line when its database is up; stops on SIGTERM or with its parent. */
import { startSupabase } from "../../server/supabase";

const [dataDir, migrationsDir] = process.argv.slice(2);
if (!dataDir || !migrationsDir) throw new Error("Usage: embedded-server DATA_DIR MIGRATIONS_DIR");
try {
  const platform = await startSupabase({ dataDir, migrationsDir, env: {} });
  const stop = () => void platform.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.stdin.once("end", stop).resume();
  process.stdout.write(`ready ${platform.databaseUrl}\n`);
} catch (error) {
  process.stdout.write(`refused ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
