import { accordingTo } from "./according-to";
import { nounSpeech } from "./noun-speech";
import { cueAt } from "./reporting-cue";
import { afterSpeech } from "./speech-after";
import { beforeSpeech } from "./speech-before";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";

/** One "X says Y" of a sentence, in token positions. */
export interface Attribution {
  /** All of it: speaker, verb and what is said. */
  unit: Range;
  /** The reporting verb with its auxiliaries; "according to". */
  cue: Range;
  /** The speaker's noun phrase; null where the verb shares the subject of the clause before. */
  speaker: Range | null;
  /** What is inserted after the speaker: "where the draft deal was agreed". */
  inserted: Range | null;
  /** What is said; null for an act such as "denied the report". */
  content: Range | null;
  /** "Y, X said" rather than "X said that Y". */
  contentFirst: boolean;
  /** "Prices, he said, are falling": the words in between, marks included; what is said stands around them. */
  parenthesis: Range | null;
}

/** The attributions of one sentence, in order and without overlap. `end` is where its last words end. */
export function attributionsOf(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution[] {
  const source = accordingTo(tokens, finite, end);
  const whole =
    (source && !handsOnSpeech(tokens, finite, source, end) ? source : null) ??
    (opensWithSpeaker(tokens, finite, end) ? null : afterSpeech(tokens, finite, end));
  const found: Attribution[] = whole ? [whole] : [];
  let from = whole ? whole.cue.to : 0;
  for (let i = from; i < end; i += 1) {
    if (i < from) continue;
    const verb = cueAt(tokens, i);
    if (!verb) continue;
    const next = beforeSpeech(tokens, finite, i, verb, end);
    if (!next || next.unit.from < from) continue;
    found.push(next);
    from = next.unit.to;
  }
  const announced =
    found.length === 0
      ? (colonSpeech(tokens, finite, end) ??
        nounSpeech(tokens, finite, end) ??
        namesInQuotes(tokens, finite, end))
      : null;
  return announced ? [announced] : found;
}

/** "The manager thanked the fans: “You were great.”": whoever acts before a colon speaks behind it. */
function colonSpeech(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  const colon = tokens.findIndex(
    (token, i) => token.text === ":" && tokens[i + 1]?.quoted === true,
  );
  if (colon < 0 || colon + 3 > end || tokens[colon]?.quoted) return null;
  let verb = finite.findIndex((is, i) => is && i < colon && !tokens[i]?.quoted);
  const relative = tokens.findIndex((token, i) => i < verb && /^(?:who|which)$/.test(token.lower));
  // "The manager, who left in May, thanked": the first verb belongs to the insertion.
  if (relative >= 0) verb = finite.findIndex((is, i) => is && i > verb && i < colon);
  if (verb < 0 && isName(tokens, colon)) return spokenBy({ from: 0, to: colon }, colon, end);
  if (verb <= 0) return null;
  const { np, inserted } = subjectBefore(tokens, finite, verb);
  return np && { ...spokenBy(np, colon, end), cue: { from: verb, to: colon + 1 }, inserted };
}

const spokenBy = (speaker: Range, colon: number, end: number): Attribution => ({
  unit: { from: speaker.from, to: end },
  cue: { from: colon, to: colon + 1 },
  speaker,
  inserted: null,
  content: { from: colon + 1, to: end },
  contentFirst: false,
  parenthesis: null,
});

const longestTitle = 10;

/** "Policy officer Ann Lee": a few words that end in a name. */
function isName(tokens: readonly Token[], end: number): boolean {
  const words = tokens.slice(0, end);
  const [last, before] = [words.at(-1), words.at(-2)];
  const isShort = words.length >= 2 && words.length <= longestTitle;
  return isShort && words.every(({ word }) => word) && !!last?.capital && !!before?.capital;
}

const naming =
  /^(?:calls?|called|calling|describe[sd]?|describing|dub(?:s|bed)?|dubbing|brand(?:s|ed|ing)?|label(?:s|led|ed|ling)?)$/;

/**
 * "He went so far as to call it “ridiculous”", "at which he described them as “gossip”": what stands in quotation
 * marks behind a verb of naming is the word of whoever acts in that clause.
 */
function namesInQuotes(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  const quote = tokens.findIndex((token, i) => i < end && token.quoted && token.word);
  if (quote < 3) return null;
  let cue = quote - 1;
  while (cue > 0 && cue > quote - 9 && !naming.test(tokens[cue]?.lower ?? "")) cue -= 1;
  if (!naming.test(tokens[cue]?.lower ?? "") || tokens[cue]?.quoted) return null;
  if (isParticipleName(tokens, finite, cue, quote)) return null;
  let verb = cue;
  while (verb > 0 && finite[verb] !== true) verb -= 1;
  // "She was called “the queen”" names nobody who calls her so; "was quoted calling" does.
  const passive = /^(?:is|are|was|were|be|been|being)$/.test(tokens[cue - 1]?.lower ?? "");
  const { np, inserted, verbFrom } = subjectBefore(tokens, finite, verb);
  if (!np || passive || verb <= 0) return null;
  return {
    unit: { from: np.from, to: end },
    cue: { from: verbFrom, to: cue + 1 },
    speaker: np,
    inserted,
    content: null,
    contentFirst: false,
    parenthesis: null,
  };
}

/** "the so called “wonder drug”", "was sent by a user labelled “Anonymous”": a name, and nobody's words. */
function isParticipleName(
  tokens: readonly Token[],
  finite: readonly boolean[],
  cue: number,
  quote: number,
): boolean {
  const joined = tokens.slice(cue + 1, quote).some(({ word }) => word);
  if (joined || !/ed$/.test(tokens[cue]?.lower ?? "")) return false;
  if (tokens[cue - 1]?.lower === "so") return true;
  const earlier = finite.findLastIndex((is, i) => is && i < cue);
  const between = tokens.slice(earlier + 1, cue).map(({ lower }) => lower);
  return (
    earlier >= 0 &&
    !between.some((word) => /^(?:and|but|or|who|which|that|what|when|where|,|;|:)$/.test(word)) &&
    between.length > 0 &&
    !/^(?:has|have|had)$/.test(tokens[earlier]?.lower ?? "")
  );
}

/** "According to the Herald, the minister said that ...": the Herald only hands on what the minister said. */
function handsOnSpeech(
  tokens: readonly Token[],
  finite: readonly boolean[],
  { content, cue, speaker, contentFirst }: Attribution,
  end: number,
): boolean {
  if (!content) return false;
  const from = contentFirst ? content.from : Math.max(cue.to, speaker?.to ?? 0);
  for (let i = from + 1; i < (contentFirst ? content.to : end); i += 1) {
    const verb = cueAt(tokens, i);
    if (!verb || verb.form === "ing") continue;
    const next = beforeSpeech(tokens, finite, i, verb, end);
    if (next?.content && next.speaker && next.speaker.from >= from) return true;
  }
  return false;
}

/** "The minister said that prices had risen, officials said": the sentence is the minister's. */
function opensWithSpeaker(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): boolean {
  for (let i = 1; i < end; i += 1) {
    const verb = cueAt(tokens, i);
    if (!verb || verb.form === "ing") continue;
    // "Recipients, said Lee, are": the words between two commas name the speaker.
    const name = tokens[i + 1]?.capital === true && tokens[i + 1]?.quoted === false;
    if (
      tokens[i - 1]?.text === "," &&
      name &&
      (tokens[i + 2]?.text === "," || tokens[i + 3]?.text === ",")
    )
      continue;
    const next = beforeSpeech(tokens, finite, i, verb, end);
    if (next?.speaker?.from === 0 && next.content !== null) return true;
  }
  return false;
}
