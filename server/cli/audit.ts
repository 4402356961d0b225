import { parseArgs } from "node:util";

import postgres from "postgres";

import { readConfig } from "../config";
import { startSupabase } from "../supabase";
import { auditConsistency } from "./audit-consistency";
import { keptCheckpoint, knownKeys } from "./known-outside";
import { readText } from "./read-text";
import { verifyDatabase } from "./verify-database";

const usage = `Usage: npm run -s cli -- audit verify [--key FILE]
       npm run -s cli -- audit consistency OLD_CHECKPOINT [--key FILE]`;

/** What was asked for. */
interface Asked {
  verb: "verify" | "consistency";
  old: string | undefined;
  key: string | undefined;
}

/**
 * `cli -- audit verify`: whether the trail, the public log, its checkpoints and what readers are shown hold together.
 * `cli -- audit consistency OLD_CHECKPOINT`: whether the log only grew since a checkpoint that somebody kept. 0 when so, 1
 * with the first thing that is not, 2 when called wrongly.
 */
export async function audit(args: string[]): Promise<number> {
  const asked = read(args);
  if (asked === null) {
    console.error(usage);
    return 2;
  }
  const old = asked.old === undefined ? null : await readText(asked.old);
  if (old?.ok === false) return wrong(old.error);
  const config = readConfig(process.env);
  const given = process.env["DATABASE_URL"];
  const platform = given
    ? null
    : await startSupabase({ dataDir: config.dataDir, env: process.env, share: true });
  const databaseUrl = given ?? platform?.databaseUrl;
  if (!databaseUrl) {
    console.error(
      "Set DATABASE_URL to the database of this project; the trail is read from it directly.",
    );
    return 2;
  }
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const [newest] = await sql<{ note: string }[]>`
      select note from public.log_checkpoints order by id desc limit 1`;
    const kept = keptCheckpoint(config.dataDir);
    const keys = await knownKeys(asked.key, config, old?.value ?? kept ?? newest?.note ?? null);
    if (!keys.ok) return wrong(keys.error);
    // As of one moment, while people go on working.
    return await sql.begin("isolation level repeatable read read only", (moment) =>
      old === null
        ? verify(moment, { keys: keys.value, kept })
        : auditConsistency(moment, old.value, keys.value),
    );
  } finally {
    await sql.end();
    await platform?.stop();
  }
}

async function verify(
  sql: postgres.ISql,
  known: Parameters<typeof verifyDatabase>[1],
): Promise<number> {
  const { trail, entries, checkpoints, fault } = await verifyDatabase(sql, known);
  if (fault !== null) {
    return wrong(
      `The trail does not hold. ${fault} Before it, ${trail} entries of the trail, ${entries} of the public log and ` +
        `${checkpoints} checkpoints hold.`,
    );
  }
  const signed =
    known.keys === null
      ? "Nobody says which key may have signed the checkpoints; name its file with --key."
      : "The checkpoints are signed with the known keys.";
  console.log(
    `The trail holds: ${trail} entries, each following the one before it. The public log holds: ${entries} entries, and its ` +
      `checkpoints (${checkpoints}) agree with it. Readers are shown what it has. ${signed}`,
  );
  return 0;
}

function wrong(why: string): number {
  console.log(why);
  return 1;
}

function read(args: string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { key: { type: "string" } },
      allowPositionals: true,
    });
    const [verb, old, ...more] = positionals;
    if (more.length > 0 || (verb === "consistency") !== (old !== undefined)) return null;
    return verb === "verify" || verb === "consistency" ? { verb, old, key: values.key } : null;
  } catch {
    return null;
  }
}
