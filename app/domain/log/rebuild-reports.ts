import type { PublishedVerdict, Report, VerdictNotice } from "../report/report";
import { inEditorsOrder } from "../report/verdict-order";
import { fail, ok, type Result } from "../result";
import { verdictContentSchema } from "../verdict/content";
import {
  isPublication,
  type NoticeRecord,
  type PublicationRecord,
  type PublicRecord,
} from "./public-record";

/**
 * The published reports as readers see them after these records, which come in the log's order. Fails with what a record
 * needs and is not there.
 *
 * @param textOf the text of an article with this SHA-256; null when there is none.
 */
export function rebuildReports(
  records: readonly PublicRecord[],
  textOf: (sha256: string) => string | null,
): Result<Report[], string> {
  const versions = new Map<string, PublicationRecord[]>();
  const notices = new Map<string, NoticeRecord>();
  const newest = new Map<string, PublicationRecord>();
  const unpublished = new Set<string>();
  for (const record of records) {
    if (isPublication(record)) {
      versions.set(record.claimId, [...(versions.get(record.claimId) ?? []), record]);
      newest.set(record.reportId, record);
      notices.delete(record.claimId);
    } else if (record.kind === "unpublished") {
      unpublished.add(record.reportId);
    } else if (record.kind === "republished") {
      unpublished.delete(record.reportId);
    } else if (record.kind === "upheld") {
      notices.delete(record.claimId);
    } else {
      notices.set(record.claimId, record);
    }
  }
  const reports: Report[] = [];
  for (const { report, reportId } of newest.values()) {
    if (unpublished.has(reportId)) continue;
    const text = textOf(report.source.sha256);
    if (text === null) return fail(`There is no text with the hash ${report.source.sha256}.`);
    const { sha256, ...source } = report.source;
    reports.push({
      ...{ id: reportId, slug: report.slug, headline: report.headline, summary: report.summary },
      source: { ...source, sha256, text },
      demo: report.demo,
      publishedBy: report.publishedBy,
      publishedAt: report.publishedAt,
      updatedAt: report.updatedAt,
      verdicts: inEditorsOrder(
        [...versions.values()]
          .filter(([first]) => first?.reportId === reportId)
          .flatMap((all) => verdictOf(all, notices, report.slug) ?? []),
        report.order ?? [],
        ({ claimId, content }) => ({ claimId, start: content.claim.start }),
      ),
    });
  }
  return ok(reports);
}

function verdictOf(
  all: readonly PublicationRecord[],
  notices: ReadonlyMap<string, NoticeRecord>,
  reportSlug: string,
): PublishedVerdict | null {
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return null;
  return {
    ...{ claimId: last.claimId, slug: last.slug, reportSlug, shortClaim: last.shortClaim },
    content: verdictContentSchema.parse(JSON.parse(last.content)),
    ...{ contentHash: last.contentHash, credits: last.credits, exceptions: last.exceptions },
    ...{ settlement: last.settlement, replies: last.replies, publishedAt: last.publishedAt },
    ...{ number: last.number, correction: last.correction ?? null },
    firstPublishedAt: first.publishedAt,
    notice: noticeOf(notices.get(last.claimId)),
  };
}

const noticeOf = (record: NoticeRecord | undefined): VerdictNotice | null =>
  record
    ? {
        kind: record.kind === "retracted" ? "retracted" : "being_corrected",
        reason: record.reason,
        since: record.since,
      }
    : null;
