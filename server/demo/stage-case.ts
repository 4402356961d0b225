import { readFileSync } from "node:fs";

import { saveArticle } from "~/commands/save-article";
import { cleanText } from "~/domain/article/clean-text";
import { anchorOf } from "~/domain/claim/anchor";
import { addedByHand, type Claim } from "~/domain/claim/claim";
import { indexCodePoints } from "~/domain/claim/code-points";
import type { Refusal } from "~/domain/refusal";
import { describeRefusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { TopicHolder } from "~/domain/topic/topic";

import { conteCase } from "../../seeds/conte-case";
import type { DemoClaim } from "../../seeds/conte-case/case";
import type { Newsroom } from "../newsroom";
import { advanceClaim, publishCase } from "./advance-claim";
import type { DemoCast } from "./people";

/** Fixed, so that the case is saved once however often the process starts. */
const articleId = "c0117e00-0000-4000-8000-000000000001";

/** Brings the demo article and its claims to their stages, from wherever they stand. */
export async function stageCase(newsroom: Newsroom, cast: DemoCast): Promise<void> {
  const { ports, person } = cast.editor;
  if (await ports.reports.slugOfArticle(articleId)) return;

  const text = cleanText(readFileSync("seeds/conte-interview.txt", "utf8"));
  const { article } = conteCase;
  const { versionId } = expectOk(
    await saveArticle(ports, person, {
      articleId,
      draft: { ...article, fetchedAt: null, text, demo: true },
    }),
  );
  const topics = await topicsOfDesk(cast);
  const give = async (on: TopicHolder, id: string, names: readonly string[]) => {
    const add = names.flatMap((name) => topics.get(name) ?? []);
    expectOk(await ports.topics.set({ on, id, add, remove: [] }));
  };
  await give("article", articleId, conteCase.topics.article);
  const staged: { claimId: string; demo: DemoClaim }[] = [];
  for (const demo of conteCase.claims) {
    const claimId = await claimFor(newsroom, cast, versionId, text, demo);
    await give("claim", claimId, demo.topics ?? []);
    await advanceClaim(newsroom, cast, claimId, demo);
    staged.push({ claimId, demo });
  }
  await publishCase(cast, articleId, staged);
  // What is out was celebrated, too: what is left unread is about work that goes on.
  for (const { claimId } of staged.filter(({ demo }) => demo.stage === "published")) {
    for (const actor of Object.values(cast)) await actor.ports.notifications.seeThoseOf(claimId);
  }
}

/** The desk's topics by name, each added once. */
async function topicsOfDesk({ editor }: DemoCast): Promise<Map<string, string>> {
  const { topics } = editor.ports;
  const known = new Set((await topics.list()).map(({ name }) => name));
  for (const name of conteCase.topics.list) if (!known.has(name)) expectOk(await topics.add(name));
  return new Map((await topics.list()).map(({ id, name }) => [name, id]));
}

/** The engine's claim on these words, or one added by hand where the engine cut differently. */
async function claimFor(
  newsroom: Newsroom,
  { editor }: DemoCast,
  versionId: string,
  text: string,
  demo: DemoClaim,
): Promise<string> {
  const points = indexCodePoints(text);
  const unit = text.indexOf(demo.quote);
  const [start, end] = [points.at(unit), points.at(unit + demo.quote.length)];
  const claims = await editor.ports.claims.ofArticle(articleId);
  const near = closest(claims, start, end);
  if (near) return near.id;
  const { statement, claimant, type } = demo;
  const [id] = expectOk(
    await editor.ports.claims.propose(
      versionId,
      [
        {
          ...addedByHand,
          anchor: anchorOf(text, start, end),
          statement,
          claimant,
          type,
        },
      ],
      "person",
    ),
  );
  if (id === undefined) throw new Error(`The demo claim ${demo.key} was not proposed`);
  return id;
}

function closest(claims: Claim[], start: number, end: number): Claim | null {
  const shared = ({ anchor }: Claim) => {
    const inside = Math.min(end, anchor.end) - Math.max(start, anchor.start);
    const around = Math.max(end, anchor.end) - Math.min(start, anchor.start);
    return inside / around;
  };
  const best = claims.toSorted((a, b) => shared(b) - shared(a))[0];
  return best && shared(best) > 0.75 ? best : null;
}

export function expectOk<T>(result: Result<T, Refusal>): T {
  if (!result.ok)
    throw new Error(`The demo case could not be set up: ${describeRefusal(result.error)}`);
  return result.value;
}
