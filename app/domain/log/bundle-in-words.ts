import { ratingScale } from "../verdict/rating";
import { toHex } from "./bytes";
import type { VerifiedBundle } from "./verify-bundle";

/** What was found out about a bundle, for a reader: what holds, and what nobody should take from it. */
export interface BundleWords {
  headline: string;
  proved: string[];
  notProved: string[];
}

/** @param others what else is in the bundle, by name. */
export function bundleInWords(verified: VerifiedBundle, others: readonly string[]): BundleWords {
  const { checkpoint, signers, areKeysKnown, publication, content, notice } = verified;
  const { entry, record } = publication;
  const keys = signers.map(({ name, id }) => `${name} (${toHex(id)})`).join(" and ");
  const again = record.number === 1 ? "" : `, as version ${record.number}`;
  return {
    headline: `“${record.shortClaim}”: ${ratingScale[content.verdict.rating].label}`,
    proved: [
      `This verdict stands in the public log as entry ${entry.index}${again}: its words, rating, reasons and sources, who is named for it, and the report’s headline, summary and source are exactly those that were entered there.`,
      `The log “${checkpoint.origin}” with its ${counted(checkpoint.size)} was signed with the key ${keys}. Nothing up to there can be changed without another signature.`,
      noticeWords(notice),
    ].filter((words) => words !== null),
    notProved: [
      ...(areKeysKnown
        ? []
        : [
            "Whose key it is. It came with the bundle; take it from somewhere else, such as a copy that you kept, and check again.",
          ]),
      "That the verdict is right: only that it is what was published.",
      `That it still stands. A correction or a retraction after the log’s ${counted(checkpoint.size)} would not be here; ask for the bundle again.`,
      `When it happened. ${entry.at} is what the desk’s own clock said.`,
      "That everybody is shown the same log. Keep the checkpoint, and compare it with a later one.",
      `What else is in the bundle: ${[...others, "of the ClaimReview all but claim, summary and rating"].join(", ")}.`,
    ],
  };
}

const counted = (size: number): string => (size === 1 ? "1 entry" : `${size} entries`);

function noticeWords(notice: VerifiedBundle["notice"]): string | null {
  if (notice === null) return null;
  const what = notice.record.kind === "retracted" ? "was retracted" : "was being corrected";
  return `Entry ${notice.entry.index} of the log says that the verdict ${what}, with the reason that the bundle gives.`;
}
