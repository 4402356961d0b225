import { weigh } from "./check-worthiness";
import { typeOf } from "./claim-type";
import type { Clause } from "./clause";
import { isHearsay } from "./hearsay";
import { resolveDates } from "./relative-dates";
import type { Speaker } from "./speaker-found";
import type { Span } from "./span";
import type { AttributionKind, SplitClaim } from "./split-output";
import { writeStatement } from "./statement";
import type { Piece, Scene } from "./scene";
import type { Range } from "./subject";
import { isUnnamedPerson } from "./unnamed-people";
import { determiners } from "./word-lists";

/** A claim with its place in UTF-16 units, before the whole article is counted in code points. */
export type Draft = Omit<SplitClaim, "start" | "end" | "quote" | "inserted"> & { span: Span };

/** What all claims of one sentence share. */
export interface Setting {
  scene: Scene;
  sentence: Span;
  /** For every token, whether it is a finite verb. */
  finite: readonly boolean[];
  /** Where the sentence's last words end, in tokens. */
  end: number;
  position: number;
  before: number;
  centrality: number;
  publishedOn: string | null;
}

interface Voice {
  speaker: Speaker | null;
  isQuote: boolean;
  direct: boolean;
  aside: boolean;
  matrix: Range | null;
  /** Of a saying: what is said; of anything else the claim's own words count. */
  content?: Range | null;
  /** The finite verb put in for a participle, if any. */
  verb?: string | null;
  /** Told with the clause that it follows; what kind of claim it is its own words tell. */
  tail?: boolean;
}

/** Writes one claim: its words, its statement, what kind it is and how much it deserves a check. */
export function draftOf(
  setting: Setting,
  words: Range,
  pieces: readonly Piece[],
  voice: Voice,
): Draft | null {
  const { scene } = setting;
  const span = spanOf(setting, words);
  const quote = scene.text.slice(span.start, span.end);
  const written = writeStatement(scene, pieces, {
    matrix: voice.matrix,
    speaker: voice.isQuote ? null : personSpeaking(scene, voice.speaker),
    verbatim: voice.isQuote,
  });
  const dated = resolveDates(written.text, setting.publishedOn);
  const fromHearsay = voice.speaker === null && isHearsay(quote);
  const typed = voice.tail === true ? quote : written.text;
  const type = typeOf(typed, voice.isQuote, voice.verb ?? verbIn(setting, words));
  const { speaker } = voice;
  const needsContext = [
    ...new Set([
      ...(fromHearsay ? ["who reports it"] : []),
      ...(speaker?.notes ?? []),
      ...written.notes,
      ...(voice.isQuote
        ? []
        : firstPerson(
            written.text,
            voice.speaker !== null && waySaid(setting, words, voice) === "direct",
          )),
      ...dated.notes,
    ]),
  ];
  const { checkWorthiness, dimensions, reasons } = weigh({
    words: quote,
    type,
    claimant: speaker?.claimant ?? null,
    speakerWords: speaker ? speakerRoles(scene, speaker) : "",
    directQuote: voice.direct,
    hearsay: fromHearsay,
    aside: voice.aside,
    position: setting.position,
    before: setting.before,
    centrality: setting.centrality,
    openNotes: needsContext.length,
  });
  if (speaker && speaker.claimant === null) reasons.push("speaker not identified");
  return {
    statement: dated.statement,
    span,
    claimant: speaker?.claimant ?? null,
    attribution: fromHearsay ? "hearsay" : speaker ? waySaid(setting, words, voice) : "none",
    type,
    checkWorthiness,
    dimensions,
    reasons,
    needsContext,
  };
}

/** Who "I" is, where a person speaks. */
function personSpeaking({ people }: Scene, speaker: Speaker | null): string | null {
  const name = speaker?.claimant ?? null;
  if (name === null) return null;
  if (people.some((each) => each.name === name)) return name;
  return isUnnamedPerson(name) ? name.charAt(0).toLowerCase() + name.slice(1) : null;
}

/** The pieces that make a clause's statement; null where no sentence can be made of it. */
export function piecesOf(scene: Scene, clause: Clause): Piece[] | null {
  const { words, subject, hole, connector } = clause;
  const { tokens } = scene;
  if (clause.kind === "predicate") {
    if (!subject) return null;
    const rest = { from: words.from + 1, to: words.to };
    return clause.verb === null ? [subject, words] : [subject, clause.verb, rest];
  }
  if (clause.kind !== "relative") {
    return hole
      ? [
          { from: words.from, to: hole.from },
          { from: hole.to + 1, to: words.to },
        ]
      : [words];
  }
  if (!subject) return null;
  const place = tokens[words.from];
  if (connector === "which" && within.test(place?.lower ?? "")) {
    const clause = { from: words.from + 2, to: words.to };
    const opens = tokens[clause.from];
    if (tokens[words.from + 1]?.lower !== "which" || !opens || opens.lower === "to") return null;
    const { from } = subject;
    const told = determiners.has(tokens[from]?.lower ?? "") || tokens[from]?.capital === true;
    return told ? [clause, place?.lower ?? "in", subject] : [clause];
  }
  if (place?.lower !== connector) return null;
  const rest = { from: words.from + 1, to: words.to };
  switch (connector) {
    case "who":
    case "which":
    case "that":
      return statesOfSubject(scene, subject, rest) ? [subject, rest] : null;
    case "where":
      return [rest, "in", placeIn(scene, subject)];
    case "when": {
      const last = tokens[subject.to - 1]?.text ?? "";
      return /^\d{4}$/.test(last) ? [rest, `in ${last}`] : [rest];
    }
    default:
      return null;
  }
}

/** "A scandal in which officials were paid": they were paid in the scandal. */
const within = /^(?:in|during|under|at|after|on)$/;

const severalVerb = /^(?:are|were|have|do|aren't|weren't|haven't|don't)$/;

/** "Sydney, which the Church describes" says nothing of what Sydney does; "Yemen, which are" is about more. */
function statesOfSubject({ tokens }: Scene, subject: Range, rest: Range): boolean {
  const first = tokens[rest.from];
  if (!first || determiners.has(first.lower) || first.capital) return false;
  const last = tokens[subject.to - 1];
  const single =
    last?.capital === true && !/s$/.test(last.lower) && subject.to - subject.from === 1;
  return !(single && severalVerb.test(first.lower));
}

/** Whether what is said stands in quotation marks: all of it, some, or none. */
function waySaid(setting: Setting, words: Range, voice: Voice): AttributionKind {
  const said = voice.content ?? words;
  const each = setting.scene.tokens.slice(said.from, said.to).filter((token) => token.word);
  const quoted = each.filter((token) => token.quoted).length;
  if (quoted === 0) return "indirect";
  return quoted === each.length ? "direct" : "mixed";
}

function firstPerson(statement: string, quoted: boolean): string[] {
  const found = /\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our|us)\b/.exec(statement)?.[0].toLowerCase();
  const opening = /^["“”‘']?(He|She|They|It|This|That|These|Those)\b/
    .exec(statement)?.[1]
    ?.toLowerCase();
  if (found === undefined && quoted && opening !== undefined) {
    return [
      `${/^(?:he|she|they)$/.test(opening) ? "who" : "what"} “${opening}” ${/^(?:they|these|those)$/.test(opening) ? "are" : "is"}`,
    ];
  }
  if (found === undefined) return [];
  if (found.startsWith("you")) return ["who “you” are"];
  return [/^(?:i|my)$/.test(found) ? "who “I” is" : "who “we” are"];
}

function verbIn(setting: Setting, words: Range): string {
  const at = setting.finite.findIndex((is, i) => is && i >= words.from && i < words.to);
  return setting.scene.tokens[at]?.lower ?? "";
}

function placeIn(scene: Scene, subject: Range): Range {
  for (let k = subject.to - 1; k > subject.from; k -= 1) {
    if (/^(?:in|at|to|from|near|on)$/.test(scene.tokens[k - 1]?.lower ?? ""))
      return { from: k, to: subject.to };
  }
  return subject;
}

/** A whole sentence keeps its full stop; a part of one ends with its last word. */
function spanOf(setting: Setting, words: Range): Span {
  const { tokens } = setting.scene;
  const start = tokens[words.from]?.start ?? setting.sentence.start;
  const whole = words.from === 0 && words.to >= setting.end;
  return { start, end: whole ? setting.sentence.end : (tokens[words.to - 1]?.end ?? start) };
}

/** How a speaker is introduced, here and before. */
export function speakerRoles(scene: Scene, speaker: Speaker): string {
  const person = scene.people.find((each) => each.name === speaker.claimant);
  return [speaker.words, ...(person?.roles ?? [])].join(" ");
}
