import canonicalize from "canonicalize";

import { fail, ok, type Result } from "../result";
import { verdictContentSchema, type VerdictContent } from "../verdict/content";
import { meaningOf } from "../verdict/rating-scales";
import type { Bundle } from "./bundle";
import { openCheckpoint, readCheckpoint, type Checkpoint } from "./checkpoint";
import { parseKeys, type VerifierKey } from "./note-key";
import { isPublication, type PublicationRecord } from "./public-record";
import { verifyEntry, type VerifiedEntry } from "./verify-entry";

/** What a good bundle proves. */
export interface VerifiedBundle {
  checkpoint: Checkpoint;
  /** The keys that signed the checkpoint. */
  signers: VerifierKey[];
  /** Whether the keys came from whoever checks, or only from the bundle itself. */
  areKeysKnown: boolean;
  publication: VerifiedEntry & { record: PublicationRecord };
  content: VerdictContent;
  notice: VerifiedEntry | null;
}

/**
 * Checks all of a bundle without asking anybody. Fails with the first thing that is wrong, in words.
 *
 * @param keys those that the reader trusts, as text; null to take the bundle's own, which proves less.
 */
export function verifyBundle(bundle: Bundle, keys: string | null): Result<VerifiedBundle, string> {
  const known = parseKeys(keys ?? bundle.proof.keys.join("\n"));
  if (!known.ok) {
    return fail(
      `${keys === null ? "The key in the bundle" : "The key"} cannot be read. ${known.error}`,
    );
  }
  const checkpoint = signedCheckpoint(bundle.proof.checkpoint, known.value);
  if (!checkpoint.ok) return checkpoint;
  const publication = verifyEntry(bundle.proof.publication, checkpoint.value);
  if (!publication.ok) return publication;
  const { entry, record } = publication.value;
  if (!isPublication(record)) return fail(`Entry ${entry.index} of the log is no publication.`);
  const fault = changedPart(bundle, record);
  if (fault !== null) {
    return fail(`The bundle’s ${fault} is not what entry ${entry.index} of the log stands for.`);
  }
  const content = verdictContentSchema.safeParse(bundle.content);
  if (!content.success) return fail("The content is not that of a verdict.");
  const notice = verifiedNotice(bundle, checkpoint.value, entry.index);
  if (!notice.ok) return notice;
  const review = changedReview(bundle, content.data);
  if (review !== null) return fail(`The ClaimReview’s ${review} is not that of the verdict.`);
  return ok({
    checkpoint: checkpoint.value,
    signers: checkpoint.value.signers,
    areKeysKnown: keys !== null,
    publication: { entry, record },
    content: content.data,
    notice: notice.value,
  });
}

function signedCheckpoint(note: string, keys: VerifierKey[]): ReturnType<typeof openCheckpoint> {
  const opened = openCheckpoint(note, keys);
  if (opened.ok) return opened;
  const read = readCheckpoint(note);
  if (!read.ok) return fail(`The checkpoint cannot be read. ${read.error}`);
  const isNamed = keys.some(({ name }) => name === read.value.origin);
  return isNamed
    ? fail(`The checkpoint is not signed with the key. ${opened.error}`)
    : fail(`The checkpoint is of the log “${read.value.origin}”, and the key is for another one.`);
}

/** What of the readable parts differs from the record; null when nothing does. */
function changedPart(bundle: Bundle, record: PublicationRecord): string | null {
  if (canonicalize(bundle.content) !== record.content) return "content";
  const parts: [string, unknown, unknown][] = [
    ["content hash", bundle.contentHash, record.contentHash],
    ["claim", bundle.claimId, record.claimId],
    ["address", bundle.slug, record.slug],
    ["short form of the claim", bundle.shortClaim, record.shortClaim],
    ["number of the publication", bundle.number, record.number],
    ["account of what was corrected", bundle.correction, record.correction],
    ["time of publication", bundle.publishedAt, record.publishedAt],
    ["list of people", bundle.credits, record.credits],
    ["list of exceptions", bundle.exceptions, record.exceptions],
    ["account of how the two verdicts were settled", bundle.settlement, record.settlement],
    ["right of reply", bundle.replies, record.replies],
    ["report", bundle.reportSlug, record.report.slug],
    ["word on being a demonstration", bundle.demo, record.report.demo],
  ];
  return parts.find(([, shown, logged]) => !isSame(shown, logged))?.[0] ?? null;
}

/** What of the markup for machines says something else than the verdict; null when nothing does. */
function changedReview(
  { claimReview, shortClaim, notice, replacedBy }: Bundle,
  { verdict }: VerdictContent,
): string | null {
  const stands = notice?.kind !== "retracted" && (replacedBy ?? null) === null;
  if ((claimReview !== null) !== stands) return "presence";
  if (claimReview === null) return null;
  const { label, value } = meaningOf(verdict);
  if (claimReview.claimReviewed !== shortClaim) return "claim";
  if (claimReview.reviewBody !== verdict.summary) return "summary";
  const { alternateName, ratingValue } = claimReview.reviewRating;
  return alternateName === label && (ratingValue ?? null) === value ? null : "rating";
}

function verifiedNotice(
  { notice: shown, claimId, proof }: Bundle,
  checkpoint: Checkpoint,
  after: number,
): Result<VerifiedEntry | null, string> {
  if (proof.notice === null) {
    return shown === null
      ? ok(null)
      : fail("What the bundle says of a correction or a retraction is not in the log.");
  }
  const notice = verifyEntry(proof.notice, checkpoint);
  if (!notice.ok) return notice;
  const { entry, record } = notice.value;
  if (record.kind !== "retracted" && record.kind !== "correction_begun") {
    return fail(`Entry ${entry.index} of the log is no notice to readers.`);
  }
  if (record.claimId !== claimId || entry.index <= after) {
    return fail(`Entry ${entry.index} of the log is about something else than this publication.`);
  }
  const kind = record.kind === "retracted" ? "retracted" : "being_corrected";
  return isSame(shown, { kind, reason: record.reason, since: record.since })
    ? notice
    : fail("What the bundle says of a correction or a retraction is not what the log has.");
}

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalize(one ?? null) === canonicalize(other ?? null);
