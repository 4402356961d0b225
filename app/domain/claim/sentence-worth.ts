import { weigh } from "./check-worthiness";
import type { Draft, Setting } from "./draft";
import { speakerRoles } from "./draft";
import { isHearsay } from "./hearsay";
import type { Speaker } from "./speaker-found";

/** How much a sentence deserves a check, 0 to 1: what it is worth as a whole, or its best claim. */
export function worthOfSentence(
  setting: Setting,
  drafts: readonly Draft[],
  speaker: Speaker | null,
): number {
  const words = setting.scene.text.slice(setting.sentence.start, setting.sentence.end);
  const best = drafts.toSorted((a, b) => b.checkWorthiness - a.checkWorthiness)[0];
  const { checkWorthiness } = weigh({
    words,
    type: best?.type ?? "opinion",
    claimant: speaker?.claimant ?? null,
    speakerWords: speaker ? speakerRoles(setting.scene, speaker) : "",
    directQuote: false,
    hearsay: isHearsay(words),
    aside: false,
    position: setting.position,
    before: setting.before,
    centrality: setting.centrality,
    openNotes: 0,
  });
  return checkWorthiness;
}
