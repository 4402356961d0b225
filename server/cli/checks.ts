import { matchStore } from "~/data/matches.server";
import type { ReadReviews } from "~/domain/claim/match/read-claim-reviews";
import { describeRefusal } from "~/domain/refusal";

import { readConfig } from "../config";
import { serviceClient, startSupabase } from "../supabase";
import { readDocument } from "./checks-file";
import { exportChecks } from "./checks-export";
import { readText } from "./read-text";

/** How many checks are stored in one transaction. */
const atOnce = 500;

const usage =
  "Usage: npm run -s cli -- checks import FILE|-\n       npm run -s cli -- checks export";

/**
 * `cli -- checks import FILE`: takes in the published checks of other desks from ClaimReview markup, as JSON-LD, a Data
 * Commons feed, one of either on each line, or a page. 0 when everything could be read, 1 when something could not, which is
 * told by its number; 2 when called wrongly. Taking the same file in twice changes nothing.
 *
 * `cli -- checks export` writes all of them as one feed, each with every field that it came with.
 */
export async function checks(args: string[]): Promise<number> {
  const [verb, file, ...more] = args;
  if (verb === "export" && file === undefined) return exportChecks();
  if (verb !== "import" || file === undefined || more.length > 0) {
    console.error(usage);
    return 2;
  }
  const text = await readText(file);
  if (!text.ok) {
    console.error(text.error);
    return 1;
  }
  const read = readDocument(text.value);
  for (const line of unreadLines(read)) console.error(line);
  const { checks: found, unread, partly } = read;
  if (found.length === 0) {
    console.error("There is no ClaimReview in it that can be taken in. Nothing was changed.");
    return 1;
  }
  const platform = await startSupabase({
    dataDir: readConfig(process.env).dataDir,
    env: process.env,
    share: true,
  });
  try {
    const matches = matchStore(serviceClient(platform), () => undefined);
    const sum = { added: 0, changed: 0 };
    for (let i = 0; i < found.length; i += atOnce) {
      const stored = await matches.importChecks(found.slice(i, i + atOnce));
      if (!stored.ok) {
        console.error(`${describeRefusal(stored.error)} ${sum.added + sum.changed} were stored.`);
        return 1;
      }
      sum.added += stored.value.added;
      sum.changed += stored.value.changed;
    }
    const same = found.length - sum.added - sum.changed;
    console.log(
      `Read ${found.length}: new ${sum.added}, renewed ${sum.changed}, known ${same}. ` +
        "The server compares the open claims with them.",
    );
    return unread.length + partly.length > 0 ? 1 : 0;
  } finally {
    await platform.stop();
  }
}

/** One line for each review that was left out, and for each field that was. */
export function unreadLines({ unread, partly }: ReadReviews): string[] {
  const left = unread.map(({ at, url, why }) => ({
    at,
    line: `Review ${at}${url === null ? "" : ` (${url})`}: ${why}; left out.`,
  }));
  const fields = partly.flatMap(({ at, url, fields }) =>
    fields.map(({ field, why }) => ({
      at,
      line: `Review ${at} (${url}), ${field}: ${why}. The review was taken in without it.`,
    })),
  );
  return [...left, ...fields].toSorted((a, b) => a.at - b.at).map(({ line }) => line);
}
