import { startSupabase } from "../../server/supabase";
import { spareTheDisk } from "./spare-the-disk";

/** Makes the database that the server of the browser tests will find in `DATA_DIR`. */
const dataDir = process.env["DATA_DIR"];
if (!dataDir) throw new Error("DATA_DIR names no folder.");
const platform = await startSupabase({ dataDir, env: {} });
await platform.stop();
spareTheDisk(dataDir);
