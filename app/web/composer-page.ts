import type { Ports } from "~/commands/ports";
import { readGateFacts, type ApprovedClaim } from "~/commands/read-gate-facts";
import type { Claim } from "~/domain/claim/claim";
import type { Person } from "~/domain/people/person";
import type { Report } from "~/domain/report/report";
import { openedDraft, unsavedVersion, type DraftContent } from "~/domain/report/report-draft";
import { shortClaimAdvice, shortClaimLength } from "~/domain/report/short-claim";
import { inEditorsOrder } from "~/domain/report/verdict-order";

import { isId, notFound } from "./guards";

/** An article whose verdicts are to be published, with what is written for them. */
export async function openComposition(ports: Ports, person: Person, id: string) {
  const { articles, claims, reports, reportDrafts } = ports;
  const article = isId(id) ? await articles.find(id) : null;
  if (!article) throw notFound();
  const [all, slug, draft] = await Promise.all([
    claims.ofArticle(id),
    reports.slugOfArticle(id),
    reportDrafts.of(id),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  const [report, { facts, approved }] = await Promise.all([
    slug === null ? null : reports.find(slug),
    readGateFacts(ports, person, all, approvedOf(all), today),
  ]);
  // What was saved before the last publication went out with it.
  const isNews = draft && (!report || Date.parse(draft.savedAt) > Date.parse(report.updatedAt));
  const content = openedDraft(knownWords(approved, report), isNews ? draft : null);
  return {
    ...{ article, facts, approved, report },
    draft: { content, version: draft?.version ?? unsavedVersion, isSaved: true },
  };
}

const approvedOf = (claims: readonly Claim[]) => claims.filter(({ state }) => state === "approved");

/** What an editor needs to publish the verdicts of an article that are approved. */
export async function openComposer(ports: Ports, person: Person, id: string) {
  const { article, facts, approved, report, draft } = await openComposition(ports, person, id);
  const [embargo, unpublished] = await Promise.all([
    ports.embargoes.ofArticle(id),
    ports.reports.unpublishedOfArticle(id),
  ]);
  const names = await ports.people.names([
    ...approved.flatMap(({ clearance }) => (clearance ? [clearance.by] : [])),
    ...(embargo ? [embargo.setBy] : []),
  ]);
  const fresh = new Set(approved.map(({ claim }) => claim.id));
  return {
    ...{ article, facts, draft, unpublished },
    embargo:
      embargo?.state === "waiting" || embargo?.state === "failed"
        ? {
            ...{ id: embargo.id, until: embargo.until, failure: embargo.failure },
            ...{ state: embargo.state, byName: names.get(embargo.setBy) ?? "A former editor" },
          }
        : null,
    approved: approved.map(({ claim, latest, clearance }) => ({
      claim,
      rating: latest?.content.verdict.rating ?? null,
      summary: latest?.content.verdict.summary ?? "",
      contentHash: latest?.contentHash ?? "",
      cleared: clearance && {
        byName: names.get(clearance.by) ?? "A former editor",
        at: clearance.clearedAt,
      },
    })),
    published: report && {
      slug: report.slug,
      verdicts: report.verdicts
        .filter(({ claimId }) => !fresh.has(claimId))
        .map(({ claimId, shortClaim, slug, content }) => ({
          ...{ claimId, shortClaim, slug, rating: content.verdict.rating },
        })),
    },
  };
}

/** The words as they are published or suggested, and every verdict where an editor or the article puts it. */
function knownWords(approved: readonly ApprovedClaim[], report: Report | null): DraftContent {
  const before = new Map(report?.verdicts.map(({ claimId, shortClaim }) => [claimId, shortClaim]));
  const published = report?.verdicts.map(({ claimId }) => claimId) ?? [];
  const fresh = approved.filter(({ claim }) => !before.has(claim.id));
  const all = inEditorsOrder(fresh, [], ({ claim }) => ({
    ...{ claimId: claim.id, start: claim.anchor.start },
  }));
  return {
    headline: report?.headline ?? "",
    summary: report?.summary ?? "",
    shortClaims: Object.fromEntries(
      approved.map(({ claim }) => [claim.id, before.get(claim.id) ?? suggestion(claim.statement)]),
    ),
    order: [...published, ...all.map(({ claim }) => claim.id)],
  };
}

/** The statement itself where it is short enough to be one; a cut sentence would be worse than none. */
const suggestion = (statement: string): string =>
  shortClaimLength(statement) <= shortClaimAdvice ? statement : "";
