import { isPublication, type PublicationRecord, type PublicRecord } from "../log/public-record";
import { parsedJson } from "../log/log-entry";
import { compareDrafts, type DraftChanges } from "../verdict/compare-drafts";
import { verdictContentSchema, type VerdictContent } from "../verdict/content";
import { kindRules, type CorrectionKind } from "./correction/kinds";
import { kindOf, type PublishedChange } from "./publication";
import type { VerdictNotice } from "./report";

/** One version of a verdict as it was published. */
export interface PublishedVersion {
  number: number;
  shortClaim: string;
  content: VerdictContent;
  contentHash: string;
  credits: PublicationRecord["credits"];
  exceptions: PublicationRecord["exceptions"];
  settlement: PublicationRecord["settlement"];
  replies: PublicationRecord["replies"];
  publishedAt: string;
  /** The report as it was then, without the article's text. */
  report: PublicationRecord["report"];
  /** What it is to the version before, and why it came; null of the first. */
  revision: { kind: CorrectionKind; reason: string } | null;
  /** Whether the log has the kind itself; before there were kinds it had none. */
  isKindKnown: boolean;
  /** The number of its entry in the public log. */
  entry: number;
}

/** All that was published at one verdict's address. */
export interface VersionHistory {
  claimId: string;
  slug: string;
  /** The first one first. */
  versions: PublishedVersion[];
  /** What readers are told above the last one; null when it stands. */
  notice: VerdictNotice | null;
}

/**
 * The versions of a verdict out of the public log's records about it, in order.
 *
 * @param changes what became of the verdict, for the reasons of what was corrected before records had them.
 */
export function versionsOf(
  logged: readonly { entry: number; record: PublicRecord }[],
  changes: readonly PublishedChange[],
): PublishedVersion[] {
  const before = changes.filter(({ kind }) => kind === "corrected");
  return logged.flatMap(({ entry, record }): PublishedVersion[] => {
    if (!isPublication(record)) return [];
    const { kind: _kind, v: _v, claimId: _id, slug: _slug, reportId: _report, ...rest } = record;
    const { correction, content, ...version } = rest;
    const told = before[record.number - 2];
    const revision =
      correction ??
      (record.number === 1
        ? null
        : { kind: (told && kindOf(told)) ?? "correction", reason: told?.reason ?? "" });
    return [
      {
        ...version,
        entry,
        revision,
        isKindKnown: correction !== undefined,
        content: verdictContentSchema.parse(parsedJson(content)),
      },
    ];
  });
}

/** What differs between two versions for a reader. */
export interface VersionChanges extends DraftChanges {
  /** The claim in short, when it is another one. */
  shortClaim: { from: string; to: string } | null;
  statement: { from: string; to: string } | null;
}

/** Compares two published versions part by part. */
export function compareVerdicts(from: PublishedVersion, to: PublishedVersion): VersionChanges {
  const differing = (one: string, other: string) =>
    one === other ? null : { from: one, to: other };
  return {
    ...compareDrafts(draftOf(from), draftOf(to)),
    shortClaim: differing(from.shortClaim, to.shortClaim),
    statement: differing(from.content.claim.statement, to.content.claim.statement),
  };
}

const draftOf = ({ content: { verdict, evidence, sourcing } }: PublishedVersion) => ({
  rating: verdict.rating,
  summary: verdict.summary,
  rationale: verdict.rationale,
  evidence,
  sourcing,
});

/** Why a version was replaced by the next, in a sentence; without a reason when none was kept. */
export function replacedWords({ kind, reason }: { kind: CorrectionKind; reason: string }): string {
  const what = kindRules[kind].label.toLowerCase();
  return reason === "" ? `Replaced by a ${what}.` : `Replaced by a ${what}, because: ${reason}`;
}
