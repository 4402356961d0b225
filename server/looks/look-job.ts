import { setTimeout as sleep } from "node:timers/promises";

import type { Sql } from "postgres";
import { z } from "zod";

import { judgeLook, type LookOutcome } from "~/domain/article/drift/judge-look";
import {
  failuresAfter,
  lookEvery,
  nextLook,
  spreadOf,
  watchModes,
} from "~/domain/article/drift/watch";
import { articleLimits } from "~/domain/article/draft";
import { claimStates } from "~/domain/review/workflow";

import type { PageFetcher } from "../fetch";
import type { PageReader } from "../intake";
import { lookAt, type Seen } from "./look-at";
import { placeClaims } from "./place-claims";

/** What looks work with. */
export interface LookTools {
  sql: Sql;
  fetchPage: PageFetcher;
  reader: Pick<PageReader, "read">;
  /** Milliseconds between two looks at articles of one site. */
  sitePause: number;
  now?: () => Date;
}

const input = z.object({ lookId: z.string() });
const wait = z.object({ wait: z.coerce.number() });
export const watchedClaims = z.array(
  z.object({ state: z.enum(claimStates), publishedAt: z.string().nullable() }),
);
const begun = z.object({
  articleId: z.string(),
  sourceUrl: z.string(),
  number: z.number(),
  text: z.string(),
  mode: z.enum(watchModes),
  failures: z.number(),
  demo: z.boolean(),
  claims: watchedClaims,
});
type Begun = z.infer<typeof begun>;

/**
 * Does one look, unless it has been done: waits for its turn at the site, fetches, judges, and keeps what came of it in
 * one transaction. Whoever breaks off leaves a look that is open, and the next worker does it from the start.
 */
export async function doLook(tools: LookTools, data: unknown, ending?: AbortSignal): Promise<void> {
  const { lookId } = input.parse(data);
  for (;;) {
    const begins = await begin(tools, lookId, ending);
    if (begins === null) return;
    const seen = await lookAt(tools.fetchPage, tools.reader, begins.sourceUrl, ending);
    // False where somebody kept a version meanwhile, beside which it has to be judged.
    if (await end(tools, lookId, begins, seen)) break;
  }
  await placeClaims(tools.sql);
}

async function begin(
  tools: LookTools,
  lookId: string,
  ending?: AbortSignal,
): Promise<Begun | null> {
  for (;;) {
    const [row] = await tools.sql<{ found: unknown }[]>`
      select app_private.begin_look(${lookId}, ${`${tools.sitePause} milliseconds`}::interval) as found`;
    if (row?.found == null) return null;
    const busy = wait.safeParse(row.found);
    if (!busy.success) return begun.parse(row.found);
    await sleep(busy.data.wait, undefined, ending && { signal: ending });
  }
}

async function end(tools: LookTools, lookId: string, known: Begun, seen: Seen): Promise<boolean> {
  const now = tools.now?.() ?? new Date();
  const { outcome, draft, problem } = outcomeOf(known, seen);
  const failures = failuresAfter(known.failures, outcome);
  const every = lookEvery(known.mode, known.demo, known.claims, now);
  const next = every === null ? null : nextLook(now, every, failures, spreadOf(known.articleId));
  const { finalUrl, bytesSha256 } = seen;
  const ended = {
    ...{ outcome, problem, finalUrl, bytesSha256, failures },
    nextLookAt: next?.toISOString() ?? null,
  };
  const [row] = await tools.sql<{ kept: boolean }[]>`
    select app_private.end_look(${lookId}, ${known.number}, ${tools.sql.json(ended)},
      ${draft && tools.sql.json({ ...draft })}) as kept`;
  return row?.kept === true;
}

/** What the look means, and what is kept of it: a text that no version can hold is none. */
function outcomeOf(known: Begun, { sighting, draft, problem }: Seen) {
  const outcome: LookOutcome = judgeLook(known, sighting);
  if (outcome !== "changed" || draft === null) return { outcome, draft: null, problem };
  if ([...draft.text].length > articleLimits.text) {
    return { outcome: "unreadable" as const, draft: null, problem: "too_long" };
  }
  const { title, byline, publishedOn, fetchedAt, text } = draft;
  return {
    outcome,
    problem,
    draft: {
      title: title.trim().slice(0, 300) || "Untitled",
      byline,
      publishedOn,
      fetchedAt,
      text,
    },
  };
}
