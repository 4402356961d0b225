import { newDataDir, removeDataDir } from "./newsroom";
import { spareTheDisk } from "./spare-the-disk";
import { startSupabase } from "../../server/supabase";

/**
 * Makes one database with all migrations before the tests run, for each test file to begin with a copy of: making one
 * takes two seconds of a core, and copying one a tenth. That a database can be made from nothing is tested on its own.
 */
export default async function makeTemplate(): Promise<() => void> {
  const dataDir = newDataDir();
  const platform = await startSupabase({ dataDir, env: {} });
  await platform.stop();
  spareTheDisk(dataDir);
  process.env["TEST_DATABASE_TEMPLATE"] = dataDir;
  return () => removeDataDir(dataDir);
}
