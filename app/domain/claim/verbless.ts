import type { Block } from "./blocks";
import { tokensOf } from "./tokens";
import { finiteVerbs } from "./verbs";

const longestVerbless = 120;

const mayHaveVerb =
  /\p{L} \p{Ll}+(?:ed|s) (?:the|an?|for|to|in|on|by|with|at|from|his|her|its|their|that|as|up|out)\b|\b(?:left|lost|held|met|led|paid|cut|put|set|hit|won) (?:the|an?|his|her|its|their|for|in|on|at|from|\d)/u;

/** Adverbs that stand at a verb, and what many do in the present: "Farmers see". */
const hasPlainVerb =
  /\b(?:never|always|often|mostly|rarely|also|still)\b|\p{Ll}(?:s|men|people|children) (?:see|help|show|say|want|need|make|take|get|give|go|come|know|think|work|remain|seem|include|expect|believe|fear|hope|face|live|use|try|agree|argue|warn|plan|pay|earn|cost|vote|run|call|keep|tend|vary|differ|matter|continue|begin|rely|depend|form|provide|offer|hold|cause|lead|play|leave|lose|win|die|eat|buy|sell|suggest|claim|love|hate|like|appear)\b|^(?:But|And|So|Yet|However|Still|Then|Now)\b|\b(?:stuck|clung|sprang|swung|wrung|dealt|fled|leapt) (?:the|an?|to|with|by|from|its|his|her|their)\b/u;

/** "The ship in the harbour of Bonaire." alone in its paragraph says what a picture shows. */
export function isVerbless(text: string, block: Block): boolean {
  if (block.end - block.start > longestVerbless) return false;
  const tokens = tokensOf(text, block, []);
  const words = tokens.filter((token) => token.word);
  const spoken = /["“”„«»‘]/.test(text.slice(block.start, block.end));
  const finished = tokens.filter((token) => /^[.!?]$/.test(token.text)).length;
  if (
    spoken ||
    finished > 1 ||
    words.length < 4 ||
    !/^[\p{Script=Latin}\d]/u.test(words[0]?.text ?? "")
  ) {
    return false;
  }
  const line = text.slice(block.start, block.end);
  return !finiteVerbs(tokens).some(Boolean) && !mayHaveVerb.test(line) && !hasPlainVerb.test(line);
}
