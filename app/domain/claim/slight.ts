import type { Draft } from "./draft";
import { openers } from "./word-lists";

/** Up to so many words without a name or a figure hardly tell enough to check. */
const few = 6;
/** From this worth on even few words may matter: "nobody was charged". */
const worthIt = 0.3;

/** Words that a clause cut too early ends with. */
const dangling = /\b(?:that|what|which|who|whose|whether|of|to be|of the|a|an|the)$/i;

/** Below this worth a claim about nobody knows whom or what is none. */
const worthAsking = 0.25;

/** Whether it opens with a pronoun that leads nowhere and is worth little: "It was terrible", "That would be all". */
const isLoose = ({ statement, needsContext, checkWorthiness, type }: Draft): boolean => {
  const first = /^["“]?(he|she|it|they|this|that|these|those)\b/i.exec(statement)?.[1] ?? "";
  const open = needsContext.some((note) => note.toLowerCase().includes(`“${first.toLowerCase()}`));
  const lowest = /^(?:quote|opinion|prediction)$/.test(type);
  return !lowest && checkWorthiness < worthAsking && first !== "" && open;
};

/** Whether a claim says too little to be proposed: "so far, so good", "the wait begins", or a clause cut short. */
export function isSlight(draft: Draft, words: string): boolean {
  if (isLoose(draft)) return true;
  const bare = words.replace(/^[\s"“‘']+|[\s"”’'.,!?]+$/g, "");
  const all = bare.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  if (all.length <= few && dangling.test(bare)) return true;
  // An opinion and a forecast are of little worth whatever they say, and come to the desk as such or not at all.
  if (all.length > few || /^(?:opinion|prediction)$/.test(draft.type)) return false;
  if (draft.checkWorthiness >= worthIt) return false;
  const [first = "", ...rest] = all;
  const opensWithName = /^\p{Lu}/u.test(first) && !openers.has(first.toLowerCase());
  const named = rest.some((word) => /\p{N}|^\p{Lu}\p{L}/u.test(word));
  return !named && !(opensWithName && draft.type !== "quote");
}
