import { readConfig } from "../config";
import { startSupabase } from "../supabase";
import { verifyTrail } from "./verify-trail";

/** `cli -- audit verify`: 0 when the trail holds, 1 when it does not, 2 when called wrongly. */
export async function audit(args: string[]): Promise<number> {
  if (args[0] !== "verify") {
    console.error("Usage: npm run -s cli -- audit verify");
    return 2;
  }
  const given = process.env["DATABASE_URL"];
  const platform = given
    ? null
    : await startSupabase({
        dataDir: readConfig(process.env).dataDir,
        env: process.env,
        share: true,
      });
  const databaseUrl = given ?? platform?.databaseUrl;
  if (!databaseUrl) {
    console.error(
      "Set DATABASE_URL to the database of this project; the trail is read from it directly.",
    );
    return 2;
  }
  try {
    const { checked, fault } = await verifyTrail(databaseUrl);
    if (fault) {
      console.log(
        `The trail does not hold. Entry ${fault.seq}: ${fault.fault}. ${checked} entries before it hold.`,
      );
      return 1;
    }
    console.log(`The trail holds: ${checked} entries, each following the one before it.`);
    return 0;
  } finally {
    await platform?.stop();
  }
}
