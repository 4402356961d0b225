import { matchStore } from "~/data/matches.server";
import { checkFeed, checkPages } from "~/domain/claim/match/check-feed";
import type { ImportedCheck } from "~/domain/claim/match/claim-match";

import { readConfig } from "../config";
import { serviceClient, startSupabase } from "../supabase";

/** How many checks are asked for at once. */
const atOnce = 500;

/** Writes all earlier checks as one Data Commons feed, or as the pages of Google’s Fact Check Tools. */
export async function exportChecks(shape: "feed" | "markup-pages"): Promise<number> {
  const platform = await startSupabase({
    dataDir: readConfig(process.env).dataDir,
    env: process.env,
    share: true,
  });
  try {
    const matches = matchStore(serviceClient(platform), () => undefined);
    const all: ImportedCheck[] = [];
    for (;;) {
      const page = await matches.checks(atOnce, all.at(-1)?.url ?? "");
      all.push(...page);
      if (page.length < atOnce) break;
    }
    const written = shape === "feed" ? checkFeed(all) : { claimReviewMarkupPages: checkPages(all) };
    console.log(JSON.stringify(written));
    return 0;
  } finally {
    await platform.stop();
  }
}
