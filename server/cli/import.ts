import { stat } from "node:fs/promises";

import { objectStore } from "~/data/object-store.server";

import { importDesk } from "../transfer";
import { importChecks } from "./checks-import";
import { withDeskDatabase, wordsOf } from "./desk-database";

const usage = `Usage: npm run -s cli -- import FILE|-|URL
       npm run -s cli -- import DIR

  FILE, URL  checks of other desks, as \`checks import\` takes them in
  DIR        a whole desk, as \`export --all\` wrote it, into an empty one (docs/transfer.md)`;

/**
 * `cli -- import`: takes in the checks of other desks, or, of a folder, a whole desk. 0 when all of it was taken in, 1 when
 * not, with why, 2 when called wrongly.
 */
export async function importData(args: string[]): Promise<number> {
  const [from, ...more] = args;
  if (from === undefined || more.length > 0 || /^--?\w/.test(from)) {
    console.error(usage);
    return 2;
  }
  const isFolder = (await stat(from).catch(() => null))?.isDirectory() === true;
  return isFolder ? importFolder(from) : importChecks(from);
}

async function importFolder(folder: string): Promise<number> {
  try {
    return await withDeskDatabase(async ({ sql, service }) => {
      const done = await importDesk(sql, objectStore(service, "captures"), folder);
      if (!done.ok) {
        console.error(done.error);
        return 1;
      }
      const { rows, tables, people, captures, missing } = done.value;
      console.log(
        `Took in ${rows} rows of ${tables} tables, ${captures} captures and ${people} people; the trail and the public log ` +
          "hold. Nobody can sign in yet: give people a password with `cli -- people password EMAIL`. The public log goes " +
          "on with the key that has signed it: set SIGNING_KEY, or put signing-key.pem into DATA_DIR before the server starts.",
      );
      for (const name of missing) console.log(`The export did not have ${name}.`);
      return missing.length > 0 ? 1 : 0;
    });
  } catch (error) {
    console.error(`Nothing was taken in: ${wordsOf(error)}`);
    return 1;
  }
}
