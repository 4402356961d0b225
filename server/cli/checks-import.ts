import { matchStore } from "~/data/matches.server";
import type { ReadReviews } from "~/domain/claim/match/read-claim-reviews";
import { unreadLines } from "~/domain/claim/match/unread-lines";
import { fail, ok, type Result } from "~/domain/result";
import { describeRefusal } from "~/domain/refusal";

import { createCheckFetcher, readDocument } from "../checks";
import { readConfig } from "../config";
import { permitted } from "../fetch";
import { serviceClient, startSupabase } from "../supabase";
import { readText } from "./read-text";

/** How many checks are stored in one transaction. */
const atOnce = 500;

/**
 * Takes in the checks of other desks from a file, standard input or an address. 0 when everything could be read, 1 when
 * something could not, which is told by its number. Taking the same in twice changes nothing.
 */
export async function importChecks(from: string): Promise<number> {
  const found = await readFrom(from);
  if (!found.ok) {
    console.error(found.error);
    return 1;
  }
  const read = found.value;
  for (const line of unreadLines(read)) console.error(line);
  const { checks, unread, partly } = read;
  if (checks.length === 0) {
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
    for (let i = 0; i < checks.length; i += atOnce) {
      const stored = await matches.importChecks(checks.slice(i, i + atOnce));
      if (!stored.ok) {
        console.error(`${describeRefusal(stored.error)} ${sum.added + sum.changed} were stored.`);
        return 1;
      }
      sum.added += stored.value.added;
      sum.changed += stored.value.changed;
    }
    const same = checks.length - sum.added - sum.changed;
    console.log(
      `Read ${checks.length}: new ${sum.added}, renewed ${sum.changed}, known ${same}. ` +
        "The server compares the open claims with them.",
    );
    return unread.length + partly.length > 0 ? 1 : 0;
  } finally {
    await platform.stop();
  }
}

async function readFrom(from: string): Promise<Result<ReadReviews, string>> {
  if (/^https?:\/\//i.test(from)) {
    const fetchChecks = createCheckFetcher(permitted(readConfig(process.env).fetchPrivate));
    return fetchChecks(from);
  }
  const text = await readText(from);
  return text.ok ? ok(readDocument(text.value)) : fail(text.error);
}
