import { parseArgs } from "node:util";

import { claimHistories } from "~/data/claim-histories.server";
import { trainingRows } from "~/domain/claim/training/training-rows";

import { readConfig } from "../config";
import { serviceClient, startSupabase } from "../supabase";
import { LineWriter } from "./json-lines";
import { writeWhole } from "./write-whole";

const usage = `Usage: npm run -s cli -- export --claims-training [--out FILE]

  --claims-training  what people did with proposed claims, as JSON Lines (docs/claims.md)
  --out FILE         write there instead of to standard output
`;

/**
 * `cli -- export --claims-training`: writes a line for everything that a person did to a claim. Returns 0, or 1 when
 * the database or the file fails, or 2 when called wrongly. Other exports are not built.
 */
export async function exportData(args: string[]): Promise<number> {
  const asked = read(args);
  if (asked === null) {
    process.stderr.write(usage);
    return 2;
  }
  if (!asked.claimsTraining) {
    process.stderr.write(
      `Only the labelled claims can be exported yet; other exports are a later feature.\n\n${usage}`,
    );
    return 2;
  }
  try {
    const { out } = asked;
    const count =
      out === undefined
        ? await writeTraining(new LineWriter())
        : await writeWhole(out, (stream) => writeTraining(new LineWriter(stream)));
    process.stderr.write(`Wrote ${count.rows} rows, of ${count.claims} claims.\n`);
    return 0;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The export stopped, and what it wrote is not complete: ${why}\n`);
    return 1;
  }
}

function read(args: string[]): { claimsTraining: boolean; out: string | undefined } | null {
  try {
    const { values } = parseArgs({
      args,
      options: { "claims-training": { type: "boolean" }, out: { type: "string" } },
    });
    return { claimsTraining: values["claims-training"] === true, out: values.out };
  } catch {
    return null;
  }
}

/** Counts the claims that somebody did something to. */
async function writeTraining(writer: LineWriter): Promise<{ rows: number; claims: number }> {
  const { dataDir } = readConfig(process.env);
  const platform = await startSupabase({ dataDir, env: process.env, share: true });
  const count = { rows: 0, claims: 0 };
  try {
    for await (const { claims, all } of claimHistories(serviceClient(platform))) {
      for (const claim of claims) {
        const rows = trainingRows(claim, all);
        for (const row of rows) await writer.write(row);
        count.rows += rows.length;
        if (rows.length > 0) count.claims += 1;
      }
    }
    await writer.flush();
    return count;
  } finally {
    await platform.stop();
  }
}
