import { isEvidenceNoun } from "./evidence-nouns";
import type { Attribution } from "./attribution";
import { clauseFollows } from "./clause-follows";
import { cueAt } from "./reporting-cue";
import type { Reporting } from "./reporting-verbs";
import { phraseBefore } from "./clause";
import { relativeAt } from "./relative-clauses";
import { onlyAfterSpeech, reportingVerb } from "./reporting-verbs";
import { isAct } from "./speech-acts";
import { contentStart } from "./speech-content";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { isKindOfOrganisation } from "./organisations";
import { institutionWords, relatives } from "./word-lists";

/** "X said that Y", "X told Z that Y", "X said: Y", "X denied Y". */
export function beforeSpeech(
  tokens: readonly Token[],
  finite: readonly boolean[],
  i: number,
  verb: Reporting,
  end: number,
): Attribution | null {
  const quoted = whomQuoted(tokens, i);
  if (quoted && i + 2 < end) {
    return {
      // That it is quoted is no fact of its own.
      unit: {
        from: subjectBefore(tokens, finite, quoted.from - 1).np?.from ?? quoted.from,
        to: end,
      },
      cue: { from: i, to: i + 1 },
      speaker: quoted,
      inserted: null,
      content: { from: tokens[i + 1]?.lower === "that" ? i + 2 : i + 1, to: end },
      contentFirst: false,
      parenthesis: null,
    };
  }
  const { np, inserted, verbFrom } = subjectBefore(tokens, finite, i);
  // "She has been arguing that": the verb's subject speaks; a mere "arguing" shares the one before.
  const finiteVerb =
    verb.form !== "ing" || /^(?:is|are|was|were|been)$/.test(tokens[i - 1]?.lower ?? "");
  const start = finiteVerb ? np : null;
  const relative = tokens[(start?.from ?? 0) - 1]?.lower ?? "";
  // "The town, where workers estimate that": only "where" and "when" leave room for a speaker and what is said.
  if (start && relatives.has(relative) && !/^(?:where|when)$/.test(relative)) return null;
  if (start && isParticiple(tokens, start)) return null;
  if (start && isOutlets(tokens[start.to - 1], verb)) return null;
  // "That suggested the drug": the sentence before suggests, and nobody speaks.
  const pointing = /^(?:that|this|these|those)$/;
  if (!start && verbFrom === 1 && pointing.test(tokens[0]?.lower ?? "")) return null;
  if (!start && /^(?:who|which)$/.test(tokens[verbFrom - 1]?.lower ?? "")) {
    return relativeSpeech(tokens, finite, { i, verb, verbFrom, end });
  }
  if (!start && relatives.has(tokens[verbFrom - 1]?.lower ?? "")) return null;
  if (onlyAfterSpeech.has(verb.lemma) && tokens[i + 1]?.lower !== "that") {
    if (!start || !isFinding(tokens, finite, start, i, end)) return null;
  }
  if (
    start &&
    shows.test(verb.lemma) &&
    isAbstract(tokens[start.to - 1]?.lower ?? "", tokens, start)
  ) {
    return null;
  }
  const found = /^(?:show|find|reveal|suggest|indicate)$/.test(verb.lemma) && start !== null;
  const begins =
    contentStart(tokens, finite, i, verb, end) ??
    (found && isFinding(tokens, finite, start, i, end) ? i + 1 : null);
  // "He wrote on his page:" - what he wrote is the next paragraph.
  const announces = verb.takesClause && tokens[end - 1]?.text === ":";
  if (begins === null && !announces && !(verb.isAct && isAct(tokens, i, verb, end))) return null;
  const to = unitEnd(tokens, finite, (begins ?? i) + 1, end);
  return {
    unit: { from: start?.from ?? verbFrom, to },
    cue: { from: verbFrom, to: i + 1 },
    speaker: start,
    inserted,
    content: begins === null ? null : { from: begins, to },
    contentFirst: false,
    parenthesis: null,
  };
}

/** "It was criticised by the owner, who said that Y": the owner speaks, to the end of the relative clause. */
function relativeSpeech(
  tokens: readonly Token[],
  finite: readonly boolean[],
  { i, verb, verbFrom, end }: { i: number; verb: Reporting; verbFrom: number; end: number },
): Attribution | null {
  const comma = verbFrom - 2;
  const relative = relativeAt(tokens, finite, comma, end);
  if (!verb.takesClause || verb.form === "ing" || relative?.word !== verbFrom - 1) return null;
  const content = contentStart(tokens, finite, i, verb, relative.end);
  // "Lee, who said so, left": what goes on after the clause is not told by it.
  if (content === null || relative.resumes) return null;
  const speaker = phraseBefore(tokens, finite, comma, 0);
  if (speaker.to <= speaker.from) return null;
  const speaks = verb.lemma === "say" && isBody(tokens[speaker.to - 1]);
  if (tokens[verbFrom - 1]?.lower === "which" && !speaks) return null;
  return {
    unit: { from: verbFrom - 1, to: relative.end },
    cue: { from: verbFrom, to: i + 1 },
    speaker,
    inserted: null,
    content: { from: content, to: relative.end },
    contentFirst: false,
    parenthesis: null,
  };
}

/** "I hope it ends", "the game you thought you knew" outside quotation marks: the writer's own mind, or the reader's. */
const isOutlets = (last: Token | undefined, { lemma }: Reporting): boolean =>
  last?.lower === "you" ||
  (/^(?:i|we)$/.test(last?.lower ?? "") &&
    /^(?:hope|think|believe|feel|fear|wonder|expect)$/.test(lemma));

/** "The paper quotes Lee's daughter, Ann, as saying": whom it quotes. */
function whomQuoted(tokens: readonly Token[], i: number): Range | null {
  if (tokens[i]?.lower !== "saying" || tokens[i - 1]?.lower !== "as") return null;
  const verb = tokens.findLastIndex(
    ({ lower }, k) => k < i && /^(?:quot(?:es|ed|ing)|cit(?:es|ed|ing))$/.test(lower),
  );
  const words = { from: verb + 1, to: tokens[i - 2]?.text === "," ? i - 2 : i - 1 };
  const plain = tokens.slice(verb, i).every((token) => !token.quoted);
  if (verb < 1 || !plain || i - verb > 14 || words.to <= words.from) return null;
  return tokens[words.from]?.lower === "by" || words.to - words.from > 12 ? null : words;
}

/** "Lee, responding to claims that it was false, said": what is done between commas does not speak. */
const isParticiple = (tokens: readonly Token[], { from }: Range): boolean =>
  /^[a-z]{3,}ing$/.test(tokens[from]?.text ?? "") &&
  tokens[from - 1]?.text === "," &&
  /^(?:to|on|at|in|for|with|about|by|from)$/.test(tokens[from + 1]?.lower ?? "");

/** A body that can speak: "Facebook", "the data protection watchdog". */
const isBody = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.capital ||
    institutionWords.has(token.lower) ||
    isKindOfOrganisation(token.lower) ||
    /^(?:regulator|watchdog)$/.test(token.lower));

const shows = /^(?:suggest|indicate|show|reveal|imply|underline|underscore|highlight)$/;

/** "The presence of priests suggested": the head of the subject is neither somebody nor evidence. */
function isAbstract(last: string, tokens: readonly Token[], { from, to }: Range): boolean {
  const link = tokens.findIndex(
    (token, i) => i > from && i < to && /^(?:of|by|in|for|on|at|from)$/.test(token.lower),
  );
  const head = link > 0 ? tokens[link - 1] : tokens[to - 1];
  const noun = link > 0 ? (head?.lower ?? "") : last;
  if (!head || head.capital || isEvidenceNoun(noun)) return false;
  if (institutionWords.has(noun) || isKindOfOrganisation(noun)) return false;
  return /(?:[ae]nce|ness|ity|ship|[a-z]{3}ment|delay|silence|timing|move|fact|absence)$/.test(
    noun,
  );
}

/** Those who find things out for a living, and messages, which show without being documents. */
const finders =
  /^(?:emails?|messages|images|footage|letters?|researchers|scientists|investigators|auditors|inspectors)$/;

/** "A recent poll found only a quarter favoured": what evidence shows needs no "that". */
function isFinding(
  tokens: readonly Token[],
  finite: readonly boolean[],
  subject: Range,
  i: number,
  end: number,
): boolean {
  const head = tokens
    .slice(subject.from, subject.to)
    .findIndex((token) => /^(?:of|by|from|in|on|into|for|at|that|which)$/.test(token.lower));
  const noun = tokens[head > 0 ? subject.from + head - 1 : subject.to - 1]?.lower ?? "";
  // "The results show the camp kept its seats": those of a vote are a fact, and nobody's finding.
  if (/^results?$/.test(noun) && subject.to - subject.from <= 2) return false;
  return (isEvidenceNoun(noun) || finders.test(noun)) && clauseFollows(tokens, finite, i + 1, end);
}

/** What is said runs to the end of the sentence, or to the next "and has claimed", ", but officials say". */
function unitEnd(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  end: number,
): number {
  for (let k = from; k < end; k += 1) {
    const token = tokens[k];
    if (token?.quoted || token?.nested) continue;
    const comma = token?.text === ",";
    const at = comma ? k + 1 : k;
    const joint = tokens[at]?.lower ?? "";
    if (comma && joint === "even" && /^(?:as|though)$/.test(tokens[at + 1]?.lower ?? "")) {
      // "said the border was closed, even as thousands cross it": the outlet sets a fact against what was said.
      if (finite.slice(at + 2, end).some(Boolean)) return k;
    } else if (/^(?:and|but|while|whereas|though|although)$/.test(joint)) {
      for (let c = at + 1; c < Math.min(end, at + 10); c += 1) {
        const verb = cueAt(tokens, c);
        if (!verb || verb.form === "ing") continue;
        const { np, verbFrom } = subjectBefore(tokens, finite, c);
        const shared = np === null && verbFrom === at + 1;
        const another = np?.from === at + 1 && (comma || joint === "but");
        if (shared || another) return k;
      }
    } else if (comma && reportingVerb(joint)?.form === "ing") return k;
  }
  return end;
}
