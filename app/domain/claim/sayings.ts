import { isSourcePhrase } from "./according-to";
import type { Attribution } from "./attribution";
import { cutClauses } from "./clauses";
import { jointAt } from "./clause-joints";
import { tidy } from "./clause";
import { draftOf } from "./draft";
import { factsIn } from "./facts";
import { isNounSpeech } from "./noun-speech";
import type { Draft, Setting } from "./draft";
import type { Speaker } from "./speaker-found";
import type { Piece } from "./scene";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { contrasts, openers, prepositions, subordinators } from "./word-lists";

/** "X said Y" as a claim of its own: did X say it? */
export function saying(
  setting: Setting,
  attribution: Attribution,
  speaker: Speaker,
  start: number,
  isCommonWord: (lower: string) => boolean,
): Draft | null {
  const { finite } = setting;
  const { tokens } = setting.scene;
  const { content, cue, unit } = attribution;
  const direct =
    content !== null &&
    tokens.slice(content.from, content.to).filter((token) => token.quoted && token.word).length > 3;
  const voice = { speaker, isQuote: true, direct, aside: false, matrix: null, content };
  if (!attribution.contentFirst || !content) {
    const lead: Piece[] = start < unit.from ? [{ from: start, to: unit.from }] : [];
    if (
      /ing$/.test(tokens[cue.from]?.lower ?? "") &&
      (attribution.speaker === null
        ? cue.from < unit.from + 1 && cue.to <= unit.from + 1
        : tokens[cue.from - 1]?.lower === "as")
    ) {
      const rest: Piece[] = [speaker.piece, "said", { from: cue.to, to: unit.to }];
      return draftOf(setting, unit, rest, voice);
    }
    const said =
      cue.to > unit.from && (isSourcePhrase(tokens[cue.from]) || isNounSpeech(tokens, attribution));
    const quoted = content !== null && tokens[content.from]?.quoted === true;
    const pieces: Piece[] =
      said && content
        ? [speaker.piece, quoted ? "said" : "said that", content]
        : [...lead, speaker.piece, { from: cue.from, to: unit.to }];
    return draftOf(setting, { from: start, to: unit.to }, pieces, voice);
  }
  const core = mainOf(tokens, finite, content);
  const after = Math.max(cue.to, attribution.speaker?.to ?? 0);
  const rest = tidy(tokens, { from: after, to: contrastFrom(tokens, after, unit.to) });
  const according = isSourcePhrase(tokens[cue.from]);
  const verb: Piece = according ? "said" : { from: cue.from, to: cue.to };
  const quoted = tokens[core.from]?.quoted === true;
  const body: Piece[] = quoted
    ? [":", trimmedQuote(setting, core)]
    : ["that", ...lowered(tokens, core, isCommonWord)];
  const first = tokens[rest.from];
  const joined = rest.from === after && first?.quoted !== true;
  // After a comma stands more of what is said, where it was said, or only who the speaker is.
  const adds =
    joined ||
    first?.quoted === true ||
    /ing$/.test(first?.lower ?? "") ||
    prepositions.has(first?.lower ?? "") ||
    subordinators.has(first?.lower ?? "");
  if (according || rest.to <= rest.from || !adds) {
    return draftOf(
      setting,
      { from: core.from, to: unit.to },
      [speaker.piece, verb, ...body],
      voice,
    );
  }
  const pieces = joined ? [verb, rest, ...body] : [verb, ...body, ",", rest];
  return draftOf(setting, { from: core.from, to: unit.to }, [speaker.piece, ...pieces], voice);
}

/** "Prices, he said, are falling": that he said so, and what he said. */
export function saidAround(
  setting: Setting,
  attribution: Attribution,
  between: Range,
  speaker: Speaker,
  isCommonWord: (lower: string) => boolean,
): (Draft | null)[] {
  const { finite } = setting;
  const { tokens } = setting.scene;
  const before = { from: 0, to: between.from };
  const after = { from: between.to, to: attribution.unit.to };
  const words = attribution.unit;
  const voice = { speaker, isQuote: true, direct: false, aside: false, matrix: null };
  const said = ["that", ...lowered(tokens, before, isCommonWord), after];
  const verb: Piece = isSourcePhrase(tokens[attribution.cue.from]) ? "said" : attribution.cue;
  const joint = jointAt(tokens, finite, between.to - 1, after.to);
  if (joint?.kind === "main") {
    return [
      draftOf(setting, words, [speaker.piece, verb, ...said], voice),
      ...factsIn(setting, before, speaker),
      ...factsIn(setting, { from: joint.next, to: after.to }, speaker),
    ];
  }
  return [
    draftOf(setting, words, [speaker.piece, verb, ...said], voice),
    draftOf(setting, words, [before, after], { ...voice, isQuote: false }),
  ];
}

/** Where after "Y, X said on Friday" another fact begins: ", while B". */
export function contrastFrom(tokens: readonly Token[], from: number, to: number): number {
  for (let k = from; k < to - 3; k += 1) {
    if (tokens[k]?.text === "," && contrasts.has(tokens[k + 1]?.lower ?? "")) return k;
  }
  return to;
}

/** "While A, B, X said" says B; A is conceded beside it. */
function mainOf(tokens: readonly Token[], finite: readonly boolean[], content: Range): Range {
  if (!contrasts.has(tokens[content.from]?.lower ?? "")) return content;
  const main = cutClauses(tokens, finite, content).filter((clause) => clause.kind === "main")[1];
  return main ? { from: main.words.from, to: content.to } : content;
}

/** A first word with a capital only because it opened the sentence loses it inside another. */
function lowered(
  tokens: readonly Token[],
  core: Range,
  isCommonWord: (lower: string) => boolean,
): Piece[] {
  const first = tokens[core.from];
  if (!first?.capital || core.from > 0) return [core];
  if (!openers.has(first.lower) && !isCommonWord(first.lower)) return [core];
  return [first.lower, { from: core.from + 1, to: core.to }];
}

function trimmedQuote(setting: Setting, core: Range): string {
  const { text, tokens } = setting.scene;
  const words = text.slice(tokens[core.from]?.start, tokens[core.to - 1]?.end).replace(/\s+/g, " ");
  const inside = words.replace(/^["“”„‟«»‘’']+/, "").replace(/[,\s]*["“”„‟«»‘’']*$/, "");
  return `“${inside}”`;
}

export function quotedWhole(setting: Setting, speaker: Speaker): Draft | null {
  const range = { from: 0, to: setting.end };
  const open = setting.scene.tokens
    .slice(0, setting.end)
    .some((token) => token.word && !token.quoted);
  const words = open ? range : trimmedQuote(setting, range);
  return draftOf(setting, range, [speaker.piece, "said", ":", words], {
    speaker,
    isQuote: true,
    direct: true,
    aside: false,
    matrix: null,
  });
}
