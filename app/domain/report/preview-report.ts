import type { ArticleVersion } from "../article/article";
import type { VerdictVersion } from "../verdict/content";
import type { Credit, DutyException, PublishedVerdict, Report, Settlement } from "./report";
import type { DraftContent } from "./report-draft";
import type { PublishedReply } from "../review/reply-sentence";
import { slugFor } from "./slug";
import { inEditorsOrder } from "./verdict-order";

/** A verdict that would be published, with what is told beside it. */
export interface PreviewedVerdict {
  claimId: string;
  latest: VerdictVersion;
  credits: Credit[];
  exceptions: DutyException[];
  settlement: Settlement | null;
  replies: PublishedReply[];
}

export interface PreviewSources {
  articleId: string;
  version: ArticleVersion;
  demo: boolean;
  draft: DraftContent;
  verdicts: readonly PreviewedVerdict[];
  /** What readers have already; null for a report that is not out. */
  published: Report | null;
  /** Whoever looks, as the one who would publish. */
  publishedBy: string;
  /** ISO 8601 in UTC. */
  now: string;
}

/**
 * The report as readers would find it if it were published now with what is written so far. What is not written yet is left
 * empty, so that it is seen to be missing.
 */
export function previewReport(sources: PreviewSources): Report {
  const { articleId, version, demo, draft, verdicts, published, publishedBy, now } = sources;
  const slug = published?.slug ?? slugFor(draft.headline, articleId);
  const fresh = verdicts.map((verdict): PublishedVerdict => {
    const { claimId, latest, ...told } = verdict;
    const shortClaim = draft.shortClaims[claimId] ?? "";
    const before = published?.verdicts.find((one) => one.claimId === claimId);
    return {
      ...{ ...told, claimId, shortClaim, reportSlug: slug, notice: null },
      ...{ content: latest.content, contentHash: latest.contentHash, publishedAt: now },
      slug: before?.slug ?? slugFor(shortClaim, claimId),
      number: (before?.number ?? 0) + 1,
      firstPublishedAt: before?.firstPublishedAt ?? now,
      correction: null,
    };
  });
  const kept = (published?.verdicts ?? []).filter(
    ({ claimId }) => !fresh.some((one) => one.claimId === claimId),
  );
  const { title, byline, outlet, publishedOn, sourceUrl, language, text, sha256 } = version;
  return {
    id: published?.id ?? articleId,
    ...{ slug, headline: draft.headline, summary: draft.summary, demo },
    source: { title, byline, outlet, publishedOn, sourceUrl, language, text, sha256 },
    verdicts: inEditorsOrder([...fresh, ...kept], draft.order, ({ claimId, content }) => ({
      ...{ claimId, start: content.claim.start },
    })),
    publishedBy: published?.publishedBy ?? publishedBy,
    publishedAt: published?.publishedAt ?? now,
    updatedAt: now,
  };
}
