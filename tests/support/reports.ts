import type { Publication } from "~/domain/report/publication";
import type { PublishedVerdict, Report, ReportSource } from "~/domain/report/report";
import { verdictContent } from "~/domain/verdict/canonical";
import type { CompleteDraft } from "~/domain/verdict/verdict";

import { claim } from "./claims";
import { completeDraft } from "./drafts";

/** A published verdict without anything special about it, changed where a test needs it. */
export function publishedVerdict({
  draft = {},
  ...changes
}: Partial<PublishedVerdict> & { draft?: Partial<CompleteDraft> } = {}): PublishedVerdict {
  const publishedAt = "2024-02-06T10:00:00Z";
  return {
    ...{ claimId: claim().id, slug: "it-rained-1111", reportSlug: "rome" },
    shortClaim: "It rained in Rome",
    content: verdictContent(claim(), "ab".repeat(32), completeDraft(draft)),
    contentHash: "cd".repeat(32),
    ...{
      credits: [],
      exceptions: [],
      settlement: null,
      replies: null,
      notice: null,
      correction: null,
    },
    ...{ publishedAt, number: 1, firstPublishedAt: publishedAt },
    ...changes,
  };
}

export const reportSource = (changes: Partial<ReportSource> = {}): ReportSource => ({
  ...{ title: "Weather", byline: null, outlet: "The Paper", publishedOn: "2024-02-05" },
  ...{ sourceUrl: null, language: "en", text: "It rained.", sha256: "ab".repeat(32) },
  ...changes,
});

export function publishedReport(changes: Partial<Report> = {}): Report {
  const verdicts = changes.verdicts ?? [publishedVerdict()];
  const publishedAt = "2024-02-06T10:00:00Z";
  return {
    ...{ id: "r", slug: "rome", headline: "Rome", summary: "Rain", source: reportSource() },
    ...{ verdicts, publishedBy: "Edda", publishedAt, updatedAt: publishedAt, demo: false },
    ...changes,
  };
}

/** A published verdict as lists have it. */
export function publication({
  verdict = {},
  source = {},
  ...changes
}: Partial<Omit<Publication, "verdict" | "source">> & {
  verdict?: Parameters<typeof publishedVerdict>[0];
  source?: Partial<ReportSource>;
} = {}): Publication {
  const { claimId, ...facts } = publishedVerdict(verdict);
  return {
    ...{ claimId, verdict: facts, source: reportSource(source), demo: false, changes: [] },
    ...{ report: { slug: "rome", headline: "Rome" }, changedAt: facts.publishedAt },
    ...changes,
  };
}
