import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";

import type { Ports } from "~/commands/ports";
import type { Claim } from "~/domain/claim/claim";
import { sourcingChecks } from "~/domain/evidence/sourcing-checks";
import { documentRight, may, reviewAccess, whyNotClear } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { comparisons, conflictsIn, lastSeenAt } from "~/domain/review/approval-facts";
import {
  isOwnWork,
  nextToClear,
  obstacleWords,
  standingClearance,
  type LaneItem,
} from "~/domain/review/clearance";
import { isProposal, openThreads } from "~/domain/review/discussion";
import { approvalGates } from "~/domain/review/gates";
import { laneLookToTell } from "~/domain/review/last-look";

import { isId, notFound, requirePerson } from "./guards";
import { readStandings } from "./source-standings";

/** A move that was just made in the lane, for the page that opens after it. */
export interface MadeMove {
  kind: "cleared" | "returned" | "withdrawn";
  claimId: string;
  version: number;
  statement: string;
  /** Whether the person who asks can take it back. */
  mayUndo: boolean;
}

const moves = ["cleared", "returned", "withdrawn"] as const;

/** The move that the address tells of; null when it tells of none, or what it did holds no more. */
export async function madeMove(
  ports: Ports,
  person: Person,
  address: string,
): Promise<MadeMove | null> {
  const { searchParams } = new URL(address);
  const kind = moves.find((one) => one === searchParams.get("did"));
  const claimId = searchParams.get("of") ?? "";
  if (kind === undefined || !isId(claimId)) return null;
  const [item] = await ports.approvals.these([claimId]);
  if (kind === "cleared" && !item?.cleared) return null;
  const { version, statement } = item ?? (await ports.claims.find(claimId)) ?? {};
  if (version === undefined || statement === undefined) return null;
  const mayUndo = kind === "cleared" && item?.cleared?.by === person.id;
  return { kind, claimId, version, statement, mayUndo };
}

export const isMine = (person: Person) => (item: LaneItem) =>
  whyNotClear(person, item, item.signedBy) === null;

/** An approved claim as the lane shows it, with what an editor needs to decide. */
export async function openApproval({ context, request, params }: LoaderFunctionArgs) {
  const person = requirePerson(context, request, "approval.read");
  const { ports } = context;
  const id = params["claimId"] ?? "";
  const [place, claim, readOnly] = await Promise.all([
    isId(id) ? ports.approvals.around(id) : null,
    isId(id) ? ports.claims.find(id) : null,
    ports.desk.readOnly(),
  ]);
  if (!claim || !place) throw notFound();
  // It has moved on: what can be done with it now is said on its own page.
  if (claim.state !== "approved") throw redirect(`/desk/claims/${claim.id}`);
  const lane = place.items;
  const at = lane.findIndex(({ claimId }) => claimId === claim.id);
  const item = lane[at];
  // Whoever cleared it takes that back, however they came to clear it.
  const isCleared = item?.cleared?.by === person.id;
  const obstacle = isCleared ? null : whyNotClear(person, claim, item?.signedBy ?? []);
  const [version, review, move] = await Promise.all([
    ports.articles.version(claim.articleVersionId),
    documentRight(reviewAccess(person, claim, true)) === null
      ? null
      : readReview(ports, person, claim),
    madeMove(ports, person, request.url),
  ]);
  if (!version) throw notFound();
  return {
    person,
    claim,
    version,
    review,
    move,
    isReadOnly: readOnly !== null,
    cleared: item?.cleared ?? null,
    approvedAt: item?.approvedAt ?? claim.updatedAt,
    leadName: item?.leadName ?? null,
    secondName: item?.secondName ?? null,
    obstacle: obstacle === null ? null : obstacleWords[obstacle],
    mayExcept: !item?.cleared && isOwnWork(obstacle) && may(person, "duties.except"),
    position: { at: place.at, of: place.of },
    waiting: {
      count: lane.filter((one) => one.cleared === null && isMine(person)(one)).length,
      isMore: lane.length < place.of,
    },
    previousId: lane[at - 1]?.claimId ?? null,
    followingId: lane[at + 1]?.claimId ?? null,
    /** What opens when this one is dealt with. */
    nextId: nextToClear(lane, claim.id, isMine(person))?.claimId ?? null,
  };
}

const exceptionWords = {
  second_wrote: "wrote in the review and decided second",
  publisher_checked: "checked it and published it",
  clearer_checked: "checked or signed it and cleared it",
  reply_outstanding: "published it before the time to answer was over",
  claim_rated: "published it with a short claim that reads like a verdict",
  discussion_open: "published it while a thread was open",
} as const;

async function readReview(ports: Ports, person: Person, claim: Claim) {
  const [
    record,
    trail,
    looks,
    laneLooks,
    document,
    replies,
    exceptions,
    clearances,
    published,
    votes,
    remarks,
  ] = await Promise.all([
    ports.reviews.record(claim.id),
    ports.audit.of("claim", claim.id),
    ports.looks.of(claim.id),
    ports.looks.inLane(claim.id),
    ports.documents.read(claim.id),
    ports.replies.ofClaim(claim.id),
    ports.approvals.exceptions(claim.id),
    ports.approvals.clearances([claim.id]),
    ports.approvals.publishedHashes(claim.id),
    ports.disputes.votes(claim.id),
    ports.disputes.remarks(claim.id),
  ]);
  const latest = record.versions.at(-1);
  if (!latest) throw notFound();
  const submitted = record.versions.findLast(({ origin }) => origin === "submission");
  const second = record.secondVerdicts.find(({ versionId }) => versionId === submitted?.id) ?? null;
  const names = await ports.people.names([
    ...new Set([
      ...record.signOffs.map(({ by }) => by),
      ...record.adjudications.map(({ by }) => by),
      ...record.versions.map(({ submittedBy }) => submittedBy),
      ...(second ? [second.by] : []),
      ...exceptions.flatMap(({ person: whose, grantedBy }) => [whose, grantedBy]),
      ...replies.map(({ recordedBy }) => recordedBy),
      ...[...votes, ...remarks].map(({ by }) => by),
    ]),
  ]);
  const nameOf = (id: string | undefined) => names.get(id ?? "") ?? "A former colleague";
  const open = openThreads(document.discussion);
  const standings = await readStandings(ports, claim.id, latest.content.evidence);
  const settled = record.adjudications.at(-1) ?? null;
  return {
    latest: { number: latest.number, content: latest.content, contentHash: latest.contentHash },
    clearance: standingClearance(clearances, latest.id),
    standings,
    first: submitted
      ? {
          rating: submitted.content.verdict.rating,
          name: nameOf(submitted.submittedBy),
          at: submitted.submittedAt,
          words: submitted.content.verdict.summary,
        }
      : null,
    second: second && {
      rating: second.rating,
      name: nameOf(second.by),
      at: second.decidedAt,
      words: second.reason,
      confidence: second.confidence,
      blind: second.blind,
    },
    settled,
    talk: { votes, remarks },
    names: Object.fromEntries(names),
    signOffs: record.signOffs.map((one) => ({ ...one, by: nameOf(one.by) })),
    replies: replies.map((one) => ({ ...one, recordedBy: nameOf(one.recordedBy) })),
    comparisons: comparisons(record.versions, {
      lastSeenAt: lastSeenAt(
        person.id,
        [looks?.last.at ?? null, laneLookToTell(laneLooks, Date.now())],
        trail,
      ),
      cleared: clearances.map(({ contentHash, clearedAt }) => ({ contentHash, at: clearedAt })),
      published,
    }),
    gates: approvalGates({
      evidence: latest.content.evidence,
      standings,
      sourcing: sourcingChecks(latest.content.evidence, latest.content.sourcing),
      version: latest,
      second,
      signOffs: record.signOffs,
      open: {
        comments: open.filter((thread) => !isProposal(thread)).length,
        proposals: open.filter(isProposal).length,
      },
      replies,
      conflicts: conflictsIn(trail),
      exceptions: exceptions.map(
        ({ kind, person: whose, grantedBy, reason }) =>
          `${nameOf(whose)} ${exceptionWords[kind]}, allowed by ${nameOf(grantedBy)}: “${reason}”.`,
      ),
      today: new Date().toISOString().slice(0, 10),
    }),
  };
}

export type OpenedApproval = Awaited<ReturnType<typeof openApproval>>;
