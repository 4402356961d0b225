import { matchStore } from "~/data/matches.server";
import type { EarlierCheck } from "~/domain/claim/match/claim-match";
import { readClaimReviews, type ReadReviews } from "~/domain/claim/match/read-claim-reviews";
import { describeRefusal } from "~/domain/refusal";

import { readConfig } from "../config";
import { serviceClient, startSupabase } from "../supabase";
import { readText } from "./read-text";

/** How many checks are stored in one transaction. */
const atOnce = 500;

/**
 * `cli -- checks import FILE`: takes in the published checks of other desks from ClaimReview markup, as JSON-LD, a Data
 * Commons feed, or one of either on each line. 0 when everything could be read, 1 when something could not, which is told
 * by its number; 2 when called wrongly. Taking the same file in twice changes nothing.
 */
export async function checks(args: string[]): Promise<number> {
  const [verb, file, ...more] = args;
  if (verb !== "import" || file === undefined || more.length > 0) {
    console.error("Usage: npm run -s cli -- checks import FILE|-");
    return 2;
  }
  const text = await readText(file);
  if (!text.ok) {
    console.error(text.error);
    return 1;
  }
  const { checks: found, unread } = readDocument(text.value);
  for (const { at, url, why } of unread) {
    console.error(`Review ${at}${url === null ? "" : ` (${url})`}: ${why}; left out.`);
  }
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
    return unread.length > 0 ? 1 : 0;
  } finally {
    await platform.stop();
  }
}

/** The whole text as one document, or else each line as one; a script element around JSON is taken off. */
export function readDocument(text: string): ReadReviews {
  const whole = parsed(text);
  if (whole !== undefined) return readClaimReviews(whole);
  const found = new Map<string, EarlierCheck>();
  const unread: ReadReviews["unread"] = [];
  let before = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const document = parsed(line.replace(/^\s*<script[^>]*>/i, "").replace(/<\/script>\s*$/i, ""));
    if (document === undefined) {
      before += 1;
      unread.push({ at: before, url: null, why: "this is not JSON" });
      continue;
    }
    const read = readClaimReviews(document);
    for (const each of read.checks) found.set(each.url, each);
    unread.push(...read.unread.map((each) => ({ ...each, at: before + each.at })));
    before += read.checks.length + read.unread.length;
  }
  return { checks: [...found.values()], unread };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
