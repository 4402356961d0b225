import type { Writable } from "node:stream";
import { parseArgs } from "node:util";

import { claimHistories } from "~/data/claim-histories.server";
import { objectStore } from "~/data/object-store.server";
import { trainingRows } from "~/domain/claim/training/training-rows";

import { readConfig } from "../config";
import { serviceClient, startSupabase } from "../supabase";
import { exportDesk } from "../transfer";
import { withDeskDatabase, wordsOf } from "./desk-database";
import { writePublished } from "./export-published";
import { LineWriter } from "./json-lines";
import { writeWhole } from "./write-whole";

const usage = `Usage: npm run -s cli -- export [--out FILE]
       npm run -s cli -- export --claims-training [--out FILE]
       npm run -s cli -- export --all DIR

                     what is published, a claim on each line (docs/api.md)
  --claims-training  what people did with proposed claims, as JSON Lines (docs/claims.md)
  --all DIR          the whole desk into a new folder (docs/transfer.md)
  --out FILE         write there instead of to standard output
`;

interface Asked {
  all: string | undefined;
  claimsTraining: boolean;
  out: string | undefined;
}

/**
 * `cli -- export`: writes what is published; with `--claims-training` a line for everything that a person did to a claim;
 * with `--all` the whole desk into a folder. Returns 0, or 1 when the database or the file fails or something is missing, or
 * 2 when called wrongly.
 */
export async function exportData(args: string[]): Promise<number> {
  const asked = read(args);
  if (asked === null) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    if (asked.all !== undefined) return await writeDesk(asked.all);
    const said = await toFile(asked.out, (writer) =>
      asked.claimsTraining ? writeTraining(writer) : tellPublished(writer),
    );
    process.stderr.write(said);
    return 0;
  } catch (error) {
    process.stderr.write(
      `The export stopped, and what it wrote is not complete: ${wordsOf(error)}\n`,
    );
    return 1;
  }
}

function read(args: string[]): Asked | null {
  try {
    const { values } = parseArgs({
      args,
      options: {
        all: { type: "string" },
        "claims-training": { type: "boolean" },
        out: { type: "string" },
      },
    });
    const claimsTraining = values["claims-training"] === true;
    const { all, out } = values;
    return all !== undefined && (claimsTraining || out !== undefined)
      ? null
      : { all, claimsTraining, out };
  } catch {
    return null;
  }
}

const toFile = (out: string | undefined, write: (writer: LineWriter) => Promise<string>) =>
  out === undefined
    ? write(new LineWriter())
    : writeWhole(out, (stream: Writable) => write(new LineWriter(stream)));

const tellPublished = async (writer: LineWriter): Promise<string> =>
  `Wrote ${await writePublished(writer)} published claims.\n`;

async function writeDesk(folder: string): Promise<number> {
  return withDeskDatabase(async ({ sql, service }) => {
    const done = await exportDesk(sql, objectStore(service, "captures"), folder);
    process.stderr.write(
      `Wrote ${done.rows} rows of ${done.tables} tables and ${done.captures} captures to ${folder}. ` +
        "Passwords, tokens, secrets and the signing key are not in it.\n",
    );
    for (const name of done.missing) process.stderr.write(`The storage does not have ${name}.\n`);
    return done.missing.length > 0 ? 1 : 0;
  });
}

/** Says how many rows there are, and of how many claims that somebody did something to. */
async function writeTraining(writer: LineWriter): Promise<string> {
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
    return `Wrote ${count.rows} rows, of ${count.claims} claims.\n`;
  } finally {
    await platform.stop();
  }
}
