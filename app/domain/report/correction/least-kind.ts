import canonicalize from "canonicalize";

import { isGraver, kindRules, type RevisionKind } from "./kinds";
import { typoFault, type PublishedText } from "./typo";

/**
 * The lightest kind that a change of a published verdict can pass as; null when nothing is changed. Whether something new
 * was added or something wrong was put right, only people know; so an update is allowed to change words, and is not
 * allowed to change the claim, to take a source away, or to change what a source says. The database decides by the same rule
 * (`app_private.least_correction`).
 */
export function leastKind(before: PublishedText, after: PublishedText): RevisionKind | null {
  const [from, to] = [before.content, after.content];
  if (from.verdict.rating !== to.verdict.rating || from.verdict.scale !== to.verdict.scale) {
    return "verdict_change";
  }
  const now = new Map(to.evidence.map((item) => [item.id, said(item)]));
  const keepsSources = from.evidence.every((item) => now.get(item.id) === said(item));
  if (canonicalize(from.claim) !== canonicalize(to.claim) || !keepsSources) return "correction";
  if (typoFault(before, after) !== null) return "update";
  const isSame = before.shortClaim === after.shortClaim && canonicalize(from) === canonicalize(to);
  return isSame ? null : "typo";
}

/** What a source is and says: all of it that an update leaves alone. */
const said = ({
  url,
  stance,
  excerpt,
}: PublishedText["content"]["evidence"][number]): string | undefined =>
  canonicalize([url, stance, excerpt]);

/** Why a change cannot be published as the kind that was chosen; null when it can. */
export function kindFault(chosen: RevisionKind, least: RevisionKind | null): string | null {
  if (chosen === "verdict_change" && least !== "verdict_change") {
    return "It was begun as a changed verdict, and the rating is the one that was published. Choose what else it is.";
  }
  if (least === null || !isGraver(least, chosen)) return null;
  const words = { chosen: kindRules[chosen].label.toLowerCase(), least: kindRules[least].label };
  return `It was begun as: ${words.chosen}. What was changed is at least: ${words.least.toLowerCase()}. Choose that, or reopen the review.`;
}
