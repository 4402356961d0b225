import type { Claim } from "~/domain/claim/claim";
import { capturesByCard } from "~/domain/evidence/source-standing";
import { sourcingChecks } from "~/domain/evidence/sourcing-checks";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { GateFacts, GateVerdict } from "~/domain/report/publish-gate";
import { standingClearance, type Clearance } from "~/domain/review/clearance";
import { openThreads } from "~/domain/review/discussion";
import type { VerdictContent, VerdictVersion } from "~/domain/verdict/content";

import type { Ports } from "./ports";

/** An approved claim with the version that would be published; null where this person may not read it. */
export interface ApprovedClaim {
  claim: Claim;
  latest: VerdictVersion | null;
  clearance: Clearance | null;
}

/**
 * Everything that the publish gate goes by. The page and the command read the same.
 *
 * @param claims of the article, all of them.
 * @param wanted the approved ones that are to be published.
 * @param today civil date in UTC.
 */
export async function readGateFacts(
  ports: Ports,
  person: Person,
  claims: readonly Claim[],
  wanted: readonly Claim[],
  today: string,
): Promise<{ facts: GateFacts; approved: ApprovedClaim[] }> {
  const wantedIds = wanted.map(({ id }) => id);
  const published = claims.filter(({ publishedAt }) => publishedAt !== null);
  const inReport = new Set([...wantedIds, ...published.map(({ id }) => id)]);
  const [clearances, mustBeCleared, publisherSigned] = await Promise.all([
    ports.approvals.clearances(wantedIds),
    ports.approvals.isRequired(),
    ports.reports.signedAny([...inReport], person.id),
  ]);
  const read = await Promise.all(
    wanted.map((claim) => readVerdict(ports, person, claim, clearances)),
  );
  return {
    facts: {
      verdicts: read.map(({ verdict }) => verdict),
      ...{ publisherSigned, mustBeCleared, today },
      mayOverride: may(person, "report.override"),
    },
    approved: read.map(({ approved }) => approved),
  };
}

async function readVerdict(
  ports: Ports,
  person: Person,
  claim: Claim,
  clearances: readonly Clearance[],
): Promise<{ verdict: GateVerdict; approved: ApprovedClaim }> {
  const [record, replies, captures, review] = await Promise.all([
    ports.reviews.record(claim.id),
    ports.replies.ofClaim(claim.id),
    ports.captures.ofClaim(claim.id),
    ports.documents.read(claim.id),
  ]);
  const latest = record.versions.at(-1) ?? null;
  const clearance = standingClearance(clearances, latest?.id);
  const cited = capturesByCard(latest?.content.evidence ?? [], captures);
  return {
    approved: { claim, latest, clearance },
    verdict: {
      ...{ claimId: claim.id, statement: claim.statement },
      isOwn: claim.leadId === person.id || claim.secondId === person.id,
      hasConflict: claim.recusedIds.includes(person.id),
      isSigned: record.signOffs.some(
        ({ versionId, contentHash, voidedAt }) =>
          voidedAt === null && versionId === latest?.id && contentHash === latest.contentHash,
      ),
      unmetSources: latest === null ? [] : unmetOf(latest.content),
      isCleared: clearance !== null,
      openReplies: replies.flatMap(({ asked, dueOn, answer }) =>
        answer === null ? [{ asked, dueOn }] : [],
      ),
      openThreads: openThreads(review.discussion).length,
      failedCaptures: [...cited.values()].filter(({ state }) => state === "failed").length,
    },
  };
}

/** What a verdict's sources lack before it can be published. */
const unmetOf = ({ evidence, sourcing }: Pick<VerdictContent, "evidence" | "sourcing">): string[] =>
  sourcingChecks(evidence, sourcing).flatMap(({ met, words }) => (met ? [] : [words]));
