import type { Sql } from "postgres";
import { z } from "zod";

import { needsLook, pairTexts, placeClaim } from "~/domain/article/drift/place-claim";

const waiting = z.object({
  versionId: z.string(),
  before: z.string(),
  after: z.string(),
  claims: z.array(
    z.object({
      id: z.string(),
      exact: z.string(),
      prefix: z.string(),
      suffix: z.string(),
      start: z.number(),
      end: z.number(),
    }),
  ),
});

/** Rounds after which the rest waits for the next minute. */
const mostRounds = 50;

/**
 * Looks for every claim in the newest version of its article that it was not looked for in, and keeps what came of it
 * beside the claim. What broke off, and what was proposed since, is found again.
 */
export async function placeClaims(sql: Sql): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const [row] = await sql<{ found: unknown }[]>`select app_private.claims_to_place() as found`;
    if (row?.found == null) return;
    const { versionId, before, after, claims } = waiting.parse(row.found);
    const pair = pairTexts(before, after);
    const placed = claims.map(({ id, ...anchor }) => {
      const found = placeClaim(pair, anchor);
      return { claimId: id, ...found, needsLook: needsLook(found.placement) };
    });
    await sql`select app_private.keep_placements(${versionId}, ${sql.json(placed)})`;
  }
}
