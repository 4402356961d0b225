import { staysUnnamed } from "./anonymity";
import { attributionsOf } from "./attribution";
import type { Attribution } from "./attribution";
import { cutClauses } from "./clauses";
import { tidy, verbIn } from "./clause";
import type { Clause } from "./clause";
import { draftOf, piecesOf } from "./draft";
import type { Draft, Setting } from "./draft";
import { withoutEchoes } from "./echoes";
import { factsIn } from "./facts";
import { contrastFrom, quotedWhole, saidAround, saying } from "./sayings";
import { isSlight } from "./slight";
import { speakerOf } from "./speaker";
import type { Speaker } from "./speaker-found";
import { speechInPassing } from "./speech-in-passing";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { isPastVerb } from "./verb-forms";
import { relatives, subordinators } from "./word-lists";

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
    for (const each of factsIn(setting, { from: 0, to: end }, carried)) add(aloneToo(each));
    return { drafts: worthProposing(setting, drafts), speaker: carried, attributed: true };
  }

  const attributions = attributionsOf(tokens, finite, end);
  const isQuestion =
    /[?？؟]["”’»)]*$/u.test(
      scene.text.slice(Math.max(0, setting.sentence.end - 4), setting.sentence.end),
    ) && !quotesQuestion(setting);
  let speaker: Speaker | null = null;
  let from = 0;
  for (const attribution of attributions) {
    const lead = tidy(tokens, { from, to: attribution.unit.from });
    const leadStates = finite.slice(lead.from, lead.to).some(Boolean);
    // "The remarks came after the watchdog said": that they came is told by what follows.
    const only = /^(?:came|comes|come|follows|followed)$/.test(tokens[lead.to - 1]?.lower ?? "");
    if (leadStates && !only) for (const each of factsIn(setting, lead, null)) add(each);
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
    const told = attribution.content
      ? attribution
      : { ...attribution, unit: actItself(setting, attribution) };
    add(saying(setting, told, speaker, start, isCommonWord));
    const { content, inserted } = attribution;
    const said = content
      ? factsIn(setting, coreOf(tokens, content), speaker)
      : factsBeside(setting, attribution);
    for (const each of said) add(aloneToo(each));
    for (const each of factsAfter(setting, attribution, speaker)) add(each);
    if (inserted) add(aside(setting, inserted, attribution.speaker));
    from = attribution.unit.to;
  }
  if (from < end && !(isQuestion && attributions.length === 0)) {
    const last = attributions.at(-1);
    const lead = last ? whoGoesOn(setting, last, from) : null;
    for (const each of factsIn(setting, { from, to: end }, null, () => true, lead)) add(each);
  }
  const passing = attributions.length === 0 ? speechInPassing(tokens, finite, end) : null;
  if (passing) speaker = speakerOf(scene, passing, null, null);
  return {
    drafts: worthProposing(setting, drafts),
    speaker,
    attributed: attributions.length > 0 || passing !== null,
  };
}

/**
 * Who does what follows behind "and" or "but": of "said prices would rise but ruled out a subsidy" the speaker; of "said
 * the boy had watched the film and read the book" the boy, whose verb has the same tense.
 */
function whoGoesOn(
  { scene: { tokens }, finite }: Setting,
  { content, speaker, contentFirst }: Attribution,
  from: number,
): Range | null {
  const joint = tokens[from]?.text === "," ? from + 1 : from;
  if (contentFirst || !/^(?:and|but)$/.test(tokens[joint]?.lower ?? "")) return null;
  if (!content) return speaker;
  const verb = verbIn(finite, content);
  const told = tokens[verb]?.lower ?? "";
  return verb > content.from && isPastVerb(told) ? { from: content.from, to: verb } : speaker;
}

const worthProposing = ({ scene }: Setting, drafts: readonly Draft[]): Draft[] =>
  withoutEchoes(drafts).filter(
    (draft) => !isSlight(draft, scene.text.slice(draft.span.start, draft.span.end)),
  );

/** "They came when he called, “Who is there?”": the question is quoted, the sentence states. */
const quotesQuestion = ({ scene: { tokens }, finite, end }: Setting): boolean =>
  tokens[end - 1]?.quoted === true &&
  finite.slice(0, end).some((is, i) => is && i > 0 && !tokens[i]?.quoted);

/**
 * What stands in quotation marks is a claim beside "X said" only where it can be read without the quotation: of "That
 * was a lie" only that X said so can be checked.
 */
function aloneToo(draft: Draft | null): Draft | null {
  if (!draft || draft.type === "quote") return draft;
  const { attribution, type, needsContext } = draft;
  const own = needsContext.some((note) => /^who “(?:i|you)”/.test(note));
  const shared = needsContext.some((note) => note.startsWith("who “we”"));
  const points = needsContext.some((note) =>
    /^wh(?:o|at) “(?:he|she|it|they|this|that|these|those)”/.test(note),
  );
  // "We should pay more" is a demand that can be read as it stands.
  if (attribution === "direct")
    return own || ((shared || points) && type !== "opinion") ? null : draft;
  return attribution === "mixed" && (own || shared) ? null : draft;
}

/** An act says nothing itself, but the outlet tells facts along with it: "... while discussing why his party left". */
function factsBeside(setting: Setting, attribution: Attribution): Draft[] {
  return factsIn(
    setting,
    attribution.unit,
    null,
    (clause) => clause.kind === "inner" || clause.kind === "relative" || clause.told !== undefined,
  );
}

/** "The club reported a loss of £3m" without ", the first since 2019": what is added to an act is judged apart. */
function actItself({ scene, finite }: Setting, { unit, cue }: Attribution): Range {
  const clauses = cutClauses(scene.tokens, finite, unit);
  const [first] = clauses;
  const ends = first && clauses.some((each) => each.told !== undefined) ? first.words.to : unit.to;
  return ends > cue.to ? { from: unit.from, to: ends } : unit;
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

/** "..., where the draft deal was agreed, ..." between a speaker and the verb: the outlet says so. */
export function aside(setting: Setting, inserted: Range, speaker: Range | null): Draft | null {
  const connector = setting.scene.tokens[inserted.from]?.lower ?? "";
  if (!speaker || !setting.finite.slice(inserted.from, inserted.to).some(Boolean)) return null;
  if (staysUnnamed(setting.scene.tokens.slice(inserted.from, inserted.to))) return null;
  const clause: Clause = {
    kind: "relative",
    words: inserted,
    subject: speaker,
    hole: null,
    connector,
    matrix: null,
    verb: null,
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

/** The subject of the first verb before a place. */
function firstSubject(
  tokens: readonly Token[],
  finite: readonly boolean[],
  before: number,
): Range | null {
  const verb = finite.findIndex((is, i) => is && i < before);
  return verb > 0 ? subjectBefore(tokens, finite, verb).np : null;
}
