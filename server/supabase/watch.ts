import postgres from "postgres";

import { startCluster, type Cluster, type RunningCluster } from "./cluster";

/**
 * Keeps a database that dies under us (killed, out of memory) from taking the newsroom down: starts it again on the
 * same port, where every pool reconnects by itself. Answers with what ends the watch.
 */
export async function watchCluster(
  cluster: Cluster,
  running: RunningCluster,
  log: (line: string) => void,
): Promise<() => Promise<void>> {
  let over = false;
  let reviving: Promise<void> | undefined;
  const sql = postgres(running.url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    onclose: () => {
      if (!over) reviving ??= revive().finally(() => (reviving = undefined));
    },
  });
  const revive = async () => {
    log("The connection to the database broke.");
    try {
      const { adopted } = await startCluster(cluster, running.port);
      log(adopted ? "The database is still running." : "The database had stopped and runs again.");
      if (!over) await sql`select 1`;
    } catch (error) {
      log(`The database did not come back: ${error instanceof Error ? error.message : error}`);
    }
  };
  await sql`select 1`;
  return async () => {
    over = true;
    await reviving;
    await sql.end({ timeout: 1 });
  };
}
