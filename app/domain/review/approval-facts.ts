import type { AuditEvent } from "../audit/audit-event";
import type { VerdictContent, VerdictVersion } from "../verdict/content";
import {
  compareDrafts,
  compareWords,
  hasChanges,
  type DraftChanges,
  type TextPiece,
} from "../verdict/compare-drafts";
import type { ReviewDraft } from "../verdict/verdict";

const text = (payload: Record<string, unknown>, key: string): string | null => {
  const value = payload[key];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
};

/** The conflicts of interest that a claim's trail tells of, and where each led. */
export function conflictsIn(trail: readonly AuditEvent[]): string[] {
  return trail.flatMap((event, at) => {
    if (event.action !== "claim.recused") return [];
    const was = text(event.payload, "was");
    const part = was === "lead" ? " as lead" : was === "second" ? " as second reviewer" : "";
    const reason = text(event.payload, "reason");
    const named = trail.slice(at + 1).find(({ action }) => action === "claim.assigned");
    const [lead, second] = named
      ? [text(named.payload, "lead"), text(named.payload, "second")]
      : [null, null];
    return [
      `${event.actorName ?? "Somebody"} stepped back${part}${reason === null ? "" : `: “${reason}”`}.` +
        (part === "" || lead === null || second === null
          ? ""
          : ` Then ${lead} led, and ${second} decided second.`),
    ];
  });
}

/** What nobody does without having read the verdict. */
const readFirst: readonly string[] = [
  "claim.cleared",
  "claim.clearance_withdrawn",
  "review.returned",
  "review.reopened",
  "review.adjudicated",
];

/** When this person last looked: in the room or the lane, or when they last took a step for which one reads. */
export function lastSeenAt(
  personId: string,
  looks: readonly (string | null)[],
  trail: readonly AuditEvent[],
): string | null {
  const step = trail.findLast(
    ({ actorId, action }) => actorId === personId && readFirst.includes(action),
  );
  const times = [...looks, step?.at ?? null].filter((at) => at !== null);
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}

/** The newest version and an earlier one, with what differs; null when they are the same. */
export interface Comparison {
  /** Since when: this person last looked, it was cleared, or it was published. */
  since: "look" | "cleared" | "published";
  at: string;
  number: number;
  statement: TextPiece[] | null;
  changes: DraftChanges | null;
}

export interface EarlierVersions {
  lastSeenAt: string | null;
  /** Every clearance there ever was, and every publication, the oldest first. */
  cleared: readonly { contentHash: string; at: string }[];
  published: readonly { contentHash: string; at: string }[];
}

/**
 * The newest version against what this person last saw, and against the last earlier one that was cleared or published.
 * Nothing where there is no such version.
 */
export function comparisons(
  versions: readonly VerdictVersion[],
  earlier: EarlierVersions,
): Comparison[] {
  const latest = versions.at(-1);
  if (!latest) return [];
  const seenAt = earlier.lastSeenAt;
  const seen =
    seenAt === null
      ? undefined
      : versions.findLast(({ submittedAt }) => Date.parse(submittedAt) <= Date.parse(seenAt));
  const settled = [
    ...earlier.cleared.map((one) => ({ ...one, since: "cleared" as const })),
    ...earlier.published.map((one) => ({ ...one, since: "published" as const })),
  ]
    .filter(({ contentHash }) => contentHash !== latest.contentHash)
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .at(-1);
  const settledVersion = versions.find(({ contentHash }) => contentHash === settled?.contentHash);
  return [
    ...(seen && seenAt !== null ? [compared("look", seenAt, seen, latest)] : []),
    ...(settled && settledVersion
      ? [compared(settled.since, settled.at, settledVersion, latest)]
      : []),
  ];
}

function compared(
  since: Comparison["since"],
  at: string,
  before: VerdictVersion,
  latest: VerdictVersion,
): Comparison {
  const [from, to] = [before.content, latest.content];
  const changes = compareDrafts(draftOf(from), draftOf(to));
  const statement =
    from.claim.statement === to.claim.statement
      ? null
      : compareWords(from.claim.statement, to.claim.statement);
  return {
    since,
    at,
    number: before.number,
    statement,
    changes: hasChanges(changes) ? changes : null,
  };
}

const draftOf = ({ verdict, evidence, sourcing }: VerdictContent): ReviewDraft => ({
  ...(sourcing && { sourcing }),
  rating: verdict.rating,
  summary: verdict.summary,
  rationale: verdict.rationale,
  evidence,
});
