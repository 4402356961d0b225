import { attributionsOf } from "./attribution";
import type { Attribution } from "./attribution";
import { cutClauses, tidy } from "./clauses";
import type { Clause } from "./clauses";
import { draftOf, piecesOf } from "./draft";
import type { Draft, Setting } from "./draft";
import { reportingVerb } from "./reporting-verbs";
import { speakerOf } from "./speaker";
import type { Speaker } from "./speaker";
import type { Piece } from "./statement";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { contrasts, openers, prepositions, relatives, subordinators } from "./word-lists";

/** What a sentence yields, and who speaks in it, for the sentences after it. */
export interface SentenceClaims {
  drafts: Draft[];
  speaker: Speaker | null;
  /** Whether it hands on somebody's words, told or quoted. */
  attributed: boolean;
}

/** Proposes the claims of one sentence of the body. `carried` speaks when the sentence is the middle of a quotation. */
export function claimsOfSentence(
  setting: Setting,
  carried: Speaker | null,
  isCommonWord: (lower: string) => boolean,
): SentenceClaims {
  const { scene, finite, end } = setting;
  const { tokens } = scene;
  const drafts: Draft[] = [];
  const add = (draft: Draft | null) => {
    if (draft) drafts.push(draft);
  };

  if (carried) {
    add(quotedWhole(setting, carried));
    for (const each of factsIn(setting, { from: 0, to: end }, carried)) add(each);
    return { drafts, speaker: carried, attributed: true };
  }

  const attributions = attributionsOf(tokens, finite, end);
  const isQuestion = /[?？؟]["”’»)]*$/u.test(
    scene.text.slice(Math.max(0, setting.sentence.end - 4), setting.sentence.end),
  );
  let speaker: Speaker | null = null;
  let from = 0;
  for (const attribution of attributions) {
    const lead = tidy(tokens, { from, to: attribution.unit.from });
    const leadStates = finite.slice(lead.from, lead.to).some(Boolean);
    if (leadStates) for (const each of factsIn(setting, lead, null)) add(each);
    speaker = speakerOf(
      scene,
      attribution,
      speaker,
      firstSubject(tokens, finite, attribution.cue.from),
    );
    const start = leadStates || lead.to <= lead.from ? attribution.unit.from : lead.from;
    if (attribution.parenthesis) {
      for (const each of saidAround(
        setting,
        attribution,
        attribution.parenthesis,
        speaker,
        isCommonWord,
      ))
        add(each);
      from = attribution.unit.to;
      continue;
    }
    add(saying(setting, attribution, speaker, start, isCommonWord));
    const { content, inserted } = attribution;
    const said = content
      ? factsIn(setting, coreOf(tokens, content), speaker)
      : factsBeside(setting, attribution);
    for (const each of said) add(each);
    for (const each of factsAfter(setting, attribution, speaker)) add(each);
    if (inserted) add(aside(setting, inserted, attribution.speaker));
    from = attribution.unit.to;
  }
  if (from < end && !(isQuestion && attributions.length === 0)) {
    for (const each of factsIn(setting, { from, to: end }, null)) add(each);
  }
  return { drafts, speaker, attributed: attributions.length > 0 };
}

/** The facts that a stretch of a sentence states, in the outlet's voice or a speaker's. */
function factsIn(
  setting: Setting,
  range: Range,
  speaker: Speaker | null,
  wanted: (clause: Clause) => boolean = () => true,
): Draft[] {
  const { scene, finite } = setting;
  const drafts: Draft[] = [];
  const stretch = unquoted(scene.tokens, range);
  const clauses = cutClauses(scene.tokens, finite, stretch);
  for (const found of clauses.length > 0 ? clauses : unverbed(setting, stretch, speaker)) {
    const clause = { ...found, words: withoutSaying(scene.tokens, found.words) };
    const pieces = bySpeaker(scene.tokens, piecesOf(scene, clause), clause, speaker);
    const words = scene.tokens
      .slice(clause.words.from, clause.words.to)
      .filter((token) => token.word);
    if (!pieces || words.length < 3 || !wanted(clause) || !isAssertion(setting, clause)) continue;
    const draft = draftOf(setting, clause.words, pieces, {
      speaker,
      isQuote: false,
      direct: false,
      aside: clause.kind === "relative",
      matrix: clause.matrix,
    });
    if (draft && !(clause.kind === "inner" && isOpen(scene.tokens, clause.words, draft))) {
      drafts.push(draft);
    }
  }
  return drafts;
}

/** "Officials said they will": in told speech the first pronoun is the speaker. */
function bySpeaker(
  tokens: readonly Token[],
  pieces: Piece[] | null,
  clause: Clause,
  speaker: Speaker | null,
): Piece[] | null {
  const first = tokens[clause.words.from];
  const told = clause.kind === "main" && first !== undefined && !first.quoted;
  const name = speaker?.claimant ?? null;
  if (!pieces || !told || name === null || !/^(?:he|she|they|it)$/.test(first.lower)) return pieces;
  return [name, { from: clause.words.from + 1, to: clause.words.to }];
}

/** A side fact about an unresolved "they" adds nothing to the claim that it is part of. */
function isOpen(tokens: readonly Token[], words: Range, draft: Draft): boolean {
  const first = tokens[words.from]?.lower ?? "";
  return draft.needsContext.some(
    (note) => note.endsWith(`“${first}” is`) || note.endsWith(`“${first}” are`),
  );
}

/** "..., he said" at the end of what was said already told who says it. */
function withoutSaying(tokens: readonly Token[], { from, to }: Range): Range {
  const pronoun = /^(?:he|she|they|it)$/.test(tokens[to - 2]?.lower ?? "");
  const said = reportingVerb(tokens[to - 1]?.lower ?? "")?.takesClause ?? false;
  const comma = tokens[to - 3]?.text === ",";
  return pronoun && said && comma && to - 3 > from ? { from, to: to - 3 } : { from, to };
}

/** A verb the rules do not know must not cost a whole sentence. */
function unverbed(setting: Setting, range: Range, speaker: Speaker | null): Clause[] {
  const { tokens } = setting.scene;
  const words = tokens.slice(range.from, range.to).filter((token) => token.word);
  const whole = range.from <= 1 && (speaker !== null || range.to >= setting.end);
  if (!whole || words.length < 6) return [];
  return [
    {
      kind: "main",
      words: tidy(tokens, range),
      subject: null,
      hole: null,
      connector: "",
      matrix: null,
    },
  ];
}

/** An act says nothing itself, but the outlet tells facts along with it: "... while discussing why his party left". */
function factsBeside(setting: Setting, attribution: Attribution): Draft[] {
  return factsIn(
    setting,
    attribution.unit,
    null,
    (clause) => clause.kind === "inner" || clause.kind === "relative",
  );
}

/** Questions, orders and conditions state nothing. */
function isAssertion(setting: Setting, clause: Clause): boolean {
  if (clause.kind !== "main" && clause.kind !== "inner") return true;
  const { from } = clause.words;
  if (setting.finite[from]) return false;
  const first = setting.scene.tokens[from]?.lower ?? "";
  return !/^(?:if|unless|whether|let|please|what|why|how|who)$/.test(first);
}

/** "X said Y" as a claim of its own: did X say it? */
function saying(
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
      cue.from < unit.from + 1 &&
      attribution.speaker === null &&
      cue.to <= unit.from + 1 &&
      /ing$/.test(tokens[cue.from]?.lower ?? "")
    ) {
      const rest: Piece[] = [speaker.piece, "said", { from: cue.to, to: unit.to }];
      return draftOf(setting, unit, rest, voice);
    }
    const said = cue.to > unit.from && tokens[cue.from]?.lower === "according";
    const pieces: Piece[] =
      said && content
        ? [speaker.piece, "said that", content]
        : [...lead, speaker.piece, { from: cue.from, to: unit.to }];
    return draftOf(setting, { from: start, to: unit.to }, pieces, voice);
  }
  const core = mainOf(tokens, finite, content);
  const after = Math.max(cue.to, attribution.speaker?.to ?? 0);
  const rest = tidy(tokens, { from: after, to: contrastFrom(tokens, after, unit.to) });
  const according = tokens[cue.from]?.lower === "according";
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
function saidAround(
  setting: Setting,
  attribution: Attribution,
  between: Range,
  speaker: Speaker,
  isCommonWord: (lower: string) => boolean,
): (Draft | null)[] {
  const { tokens } = setting.scene;
  const before = { from: 0, to: between.from };
  const after = { from: between.to, to: attribution.unit.to };
  const words = attribution.unit;
  const voice = { speaker, isQuote: true, direct: false, aside: false, matrix: null };
  const said = ["that", ...lowered(tokens, before, isCommonWord), after];
  const verb: Piece =
    tokens[attribution.cue.from]?.lower === "according" ? "said" : attribution.cue;
  return [
    draftOf(setting, words, [speaker.piece, verb, ...said], voice),
    draftOf(setting, words, [before, after], { ...voice, isQuote: false }),
  ];
}

/** What follows "Y, X said": more of what X says, or who X is. */
function factsAfter(setting: Setting, attribution: Attribution, speaker: Speaker): Draft[] {
  const { tokens } = setting.scene;
  const after = Math.max(attribution.cue.to, attribution.speaker?.to ?? 0);
  const rest = tidy(tokens, { from: after, to: attribution.unit.to });
  if (!attribution.contentFirst || rest.to <= rest.from) return [];
  const contrast = contrastFrom(tokens, after, attribution.unit.to);
  if (contrast < rest.to) return factsIn(setting, { from: contrast, to: rest.to }, speaker);
  const first = tokens[rest.from];
  const aged = /^\d{1,3}$/.test(first?.text ?? "") && tokens[rest.from + 1]?.text === ",";
  const about = { from: rest.from + (aged ? 2 : 0), to: rest.to };
  if (relatives.has(tokens[about.from]?.lower ?? "")) {
    const draft = aside(setting, about, attribution.speaker);
    return draft ? [draft] : [];
  }
  const goesOn =
    first?.quoted === true ||
    subordinators.has(first?.lower ?? "") ||
    tokens[rest.from - 1]?.lower === "and";
  return goesOn && rest.from > after ? factsIn(setting, rest, speaker) : [];
}

/** Where after "Y, X said on Friday" another fact begins: ", while B". */
function contrastFrom(tokens: readonly Token[], from: number, to: number): number {
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

function quotedWhole(setting: Setting, speaker: Speaker): Draft | null {
  const range = { from: 0, to: setting.end };
  return draftOf(setting, range, [speaker.piece, "said", ":", trimmedQuote(setting, range)], {
    speaker,
    isQuote: true,
    direct: true,
    aside: false,
    matrix: null,
  });
}

/** "..., where the draft deal was agreed, ..." between a speaker and the verb: the outlet says so. */
function aside(setting: Setting, inserted: Range, speaker: Range | null): Draft | null {
  const connector = setting.scene.tokens[inserted.from]?.lower ?? "";
  if (!speaker || !setting.finite.slice(inserted.from, inserted.to).some(Boolean)) return null;
  const clause: Clause = {
    kind: "relative",
    words: inserted,
    subject: speaker,
    hole: null,
    connector,
    matrix: null,
  };
  const pieces = piecesOf(setting.scene, clause);
  if (!pieces) return null;
  return draftOf(setting, inserted, pieces, {
    speaker: null,
    isQuote: false,
    direct: false,
    aside: true,
    matrix: null,
  });
}

const valuation = /^(?:against|contrary|despite)$/;

/** What is said without a closing valuation: "..., against Ukraine's own interests" is not part of the fact. */
function coreOf(tokens: readonly Token[], content: Range): Range {
  for (let k = content.to - 1; k > Math.max(content.from, content.to - 9); k -= 1) {
    if (tokens[k]?.text !== "," || !valuation.test(tokens[k + 1]?.lower ?? "")) continue;
    const last = tokens[content.to - 1]?.lower ?? "";
    return /^(?:interests?|will|wishes|advice|judge?ment)$/.test(last)
      ? { from: content.from, to: k }
      : content;
  }
  return content;
}

/** A quotation without its marks, when the range is one; a mark whose partner is inside stays. */
function unquoted(tokens: readonly Token[], range: Range): Range {
  let { from, to } = range;
  while (to > from && tokens[to - 1]?.text === ",") to -= 1;
  const marks = tokens.slice(from, to).filter((token) => /^["“”„‟«»‘’']$/.test(token.text)).length;
  const opens = isMark(tokens[from]);
  const closes = isMark(tokens[to - 1]);
  if (marks === 1 || (marks === 2 && opens && closes)) {
    if (opens) from += 1;
    if (closes) to -= 1;
  }
  while (to > from && tokens[to - 1]?.text === ",") to -= 1;
  return { from, to };
}

const isMark = (token: Token | undefined): boolean =>
  token !== undefined && /^["“”„‟«»‘’']$/.test(token.text);

/** The subject of the first verb before a place. */
function firstSubject(
  tokens: readonly Token[],
  finite: readonly boolean[],
  before: number,
): Range | null {
  const verb = finite.findIndex((is, i) => is && i < before);
  return verb > 0 ? subjectBefore(tokens, finite, verb).np : null;
}
