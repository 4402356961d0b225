import { staysUnnamed } from "./anonymity";
import { behindThought } from "./behind-thought";
import { cutClauses } from "./clauses";
import { opensPredicate } from "./clause-joints";
import { tidy, verbIn } from "./clause";
import type { Clause } from "./clause";
import { draftOf, piecesOf } from "./draft";
import type { Draft, Setting } from "./draft";
import { owning } from "./plural-pronouns";
import { reportingVerb } from "./reporting-verbs";
import type { Speaker } from "./speaker-found";
import type { Piece, Scene } from "./scene";
import { isUnnamedPerson } from "./unnamed-people";
import type { Range } from "./subject";
import type { Token } from "./tokens";

/**
 * The facts that a stretch of a sentence states, in the outlet's voice or a speaker's. Where it opens with a verb, `lead`
 * is who does it: "(the minister said so) but ruled out a bailout".
 */
export function factsIn(
  setting: Setting,
  range: Range,
  speaker: Speaker | null,
  wanted: (clause: Clause) => boolean = () => true,
  lead: Range | null = null,
): Draft[] {
  const { scene, finite } = setting;
  const drafts: Draft[] = [];
  // "Somebody learned that": what was learned stands elsewhere.
  if (scene.tokens[range.to - 1]?.lower === "that" && range.to - range.from < 8) return [];
  const stretch = behindThought(scene.tokens, finite, unquoted(scene.tokens, range));
  const spoken = asSpoken(scene.tokens, stretch);
  const clauses = cutClauses(spoken, finite, stretch).filter(
    (clause) => spoken === scene.tokens || clause.kind !== "inner",
  );
  for (const found of clauses.length > 0 ? clauses : unverbed(setting, stretch, speaker)) {
    const headless =
      lead !== null &&
      found === clauses[0] &&
      opensPredicate(spoken, finite, found.words.from, found.words.to);
    const clause: Clause = {
      ...found,
      ...(headless && found.kind === "main" ? { kind: "predicate", subject: lead } : {}),
      words: unquoted(scene.tokens, withoutSaying(scene.tokens, found.words)),
    };
    const pieces = bySpeaker(scene, piecesOf(scene, toldWhole(clause)), toldWhole(clause), speaker);
    const words = scene.tokens
      .slice(clause.words.from, clause.words.to)
      .filter((token) => token.word);
    const borrowed = clause.kind === "predicate" && words.length === 2 ? 1 : 0;
    if (clause.kind === "relative" && staysUnnamed(words)) continue;
    if (!pieces || words.length + borrowed < 3 || !wanted(clause) || !isAssertion(setting, clause))
      continue;
    const draft = draftOf(setting, clause.words, pieces, {
      speaker,
      isQuote: false,
      direct: false,
      aside: clause.kind === "relative",
      matrix: clause.matrix,
      verb: clause.verb ?? (clause.told ? hostVerb(setting, clause) : null),
      tail: clause.told !== undefined,
    });
    if (
      draft &&
      !(
        clause.kind !== "main" &&
        clause.kind !== "predicate" &&
        isOpen(scene.tokens, clause.words, draft)
      )
    ) {
      drafts.push(draft);
    }
  }
  return drafts;
}

/** What stands in quotation marks from end to end is cut like any other prose. */
function asSpoken(tokens: readonly Token[], { from, to }: Range): readonly Token[] {
  const open = tokens.slice(from, to).some((token) => token.word && !token.quoted);
  if (open) return tokens;
  return tokens.map((token, i) => (i >= from && i < to ? { ...token, quoted: false } : token));
}

const hostVerb = ({ scene, finite }: Setting, { words, told }: Clause): string | null => {
  if (!/ing$/.test(scene.tokens[words.from]?.lower ?? "") || !told) return null;
  const at = verbIn(finite, told);
  const verb = scene.tokens[at]?.lower ?? "";
  return verb === "" ? null : verb;
};

/** An addition is told with the clause it adds to. */
const toldWhole = (clause: Clause): Clause =>
  clause.told ? { ...clause, words: clause.told } : clause;

/** "Officials said they will", "China said its exports": in told speech the first pronoun is the speaker. */
function bySpeaker(
  { tokens, people }: Scene,
  pieces: Piece[] | null,
  clause: Clause,
  speaker: Speaker | null,
): Piece[] | null {
  const borrowed = clause.kind === "predicate" && pieces?.[0] === clause.subject;
  const subject = borrowed && clause.subject ? clause.subject : clause.words;
  const first = tokens[subject.from];
  const told = (clause.kind === "main" || borrowed) && first !== undefined && !first.quoted;
  const name = speaker?.claimant ?? null;
  const pronoun = /^(?:he|she|they|it|its|their)$/.exec(first?.lower ?? "")?.[0];
  if (!pieces || !told || name === null || pronoun === undefined) return pieces;
  const isPerson = people.some((each) => each.name === name) || isUnnamedPerson(name);
  const one = pronoun === "he" || pronoun === "she";
  // "The emails show that she dined": she is not the emails.
  if (one !== isPerson) return pieces;
  const owns = pronoun === "its" || pronoun === "their";
  const rest = { from: subject.from + 1, to: subject.to };
  const named = owns ? owning(name) : name;
  if (!borrowed) return [named, rest];
  return rest.to > rest.from ? [named, rest, ...pieces.slice(1)] : [named, ...pieces.slice(1)];
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
      verb: null,
    },
  ];
}

/** Questions, orders and conditions state nothing. */
function isAssertion(setting: Setting, clause: Clause): boolean {
  if (clause.kind !== "main" && clause.kind !== "inner") return true;
  const { from } = clause.words;
  const first = setting.scene.tokens[from]?.lower ?? "";
  const joined = /^(?:i|we|you|he|she|it|they|that|there)'/.test(first);
  if (setting.finite[from] && !joined) return false;
  return !/^(?:if|unless|whether|let|please|what|why|how|who)$/.test(first);
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
