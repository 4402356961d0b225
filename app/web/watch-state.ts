import type { Ports } from "~/commands/ports";
import type { Article } from "~/domain/article/article";
import { isOpenDrift } from "~/domain/article/drift/drift";
import { lookEvery } from "~/domain/article/drift/watch";
import type { Claim } from "~/domain/claim/claim";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

/** Looks of one article that its page lists. */
const mostLooks = 10;

/** How an article is watched, and what came of it; null for one without an address. */
export async function watchState(
  { drift }: Pick<Ports, "drift">,
  person: Person,
  article: Article,
  claims: readonly Claim[],
) {
  if (article.latest.sourceUrl === null) return null;
  const [watch, looks, drifts] = await Promise.all([
    drift.watch(article.id),
    drift.looks(article.id, mostLooks),
    drift.ofArticle(article.id),
  ]);
  const mode = watch?.mode ?? "auto";
  return {
    articleId: article.id,
    mode,
    isWatched: lookEvery(mode, article.demo, claims, new Date()) !== null,
    nextLookAt: watch?.nextLookAt ?? null,
    lastLook: looks[0] ?? null,
    looks,
    drifts,
    flagged: drifts.filter(isOpenDrift).length,
    mayLook: may(person, "article.look_again"),
    mayWatch: may(person, "article.watch"),
  };
}
