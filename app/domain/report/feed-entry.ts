import type { CorrectionKind } from "./correction/kinds";
import { ratingScale } from "../verdict/rating";
import { xmlText } from "./plain-text";
import {
  correctionsOf,
  kindOf,
  updatesOf,
  type Publication,
  type PublishedChange,
} from "./publication";

/** One verdict in a feed. A correction is the same entry with a later `updated`. */
export interface FeedEntry {
  /** Stays the same for ever, also when the site moves: made of the claim's own id. */
  id: string;
  url: string;
  title: string;
  /** Plain text, of one or more paragraphs. */
  text: string;
  /** The rating, or that there is none any more. */
  label: string;
  published: string;
  updated: string;
  language: string;
}

/** How a verdict is told in a feed: the claim with its rating, the summary, and what was corrected and why. */
export function feedEntry(publication: Publication, publicUrl: string): FeedEntry {
  const { verdict, source, changes, demo, claimId, changedAt } = publication;
  const { notice, content } = verdict;
  const isRetracted = notice?.kind === "retracted";
  const label = isRetracted ? "Retracted" : ratingScale[content.verdict.rating].label;
  const { claim } = content;
  const said = `${claim.claimant ?? source.outlet ?? "The article"}: “${claim.statement}”`;
  const paragraphs = [
    ...(demo ? ["This is the demonstration case that comes with the software."] : []),
    ...(notice === null ? [] : [`${noticeWords[notice.kind]} ${notice.reason}`]),
    ...correctionsOf(changes).map(toldChange),
    said,
    ...(isRetracted ? [] : [content.verdict.summary]),
    ...updatesOf(changes).map(toldChange),
  ];
  return {
    id: `urn:uuid:${claimId}`,
    url: `${publicUrl}/claims/${verdict.slug}`,
    title: xmlText(`${label}: ${verdict.shortClaim}`),
    text: xmlText(paragraphs.join("\n\n")),
    label,
    published: verdict.firstPublishedAt,
    updated: new Date(changedAt).toISOString(),
    language: source.language,
  };
}

const changeWords: Partial<Record<CorrectionKind, string>> = {
  update: "Updated",
  verdict_change: "The rating was changed",
};

function toldChange(change: PublishedChange): string {
  const kind = kindOf(change) ?? "correction";
  const what = `${changeWords[kind] ?? "Corrected"} on ${change.at.slice(0, 10)}`;
  return change.reason === "" ? `${what}.` : `${what}: ${change.reason}`;
}

const noticeWords = {
  retracted: "This verdict is retracted.",
  being_corrected: "This verdict is being corrected.",
};
