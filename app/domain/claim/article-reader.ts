import { attributionsOf } from "./attribution";
import { centralitiesOf } from "./centrality";
import type { Draft } from "./draft";
import { nextTopic } from "./antecedents";
import { mayBeEnglish } from "./english";
import { isHearsay } from "./hearsay";
import { Organisations } from "./organisations";
import { People } from "./people";
import type { Person } from "./person";
import { quotationsOf } from "./quotations";
import { Referents } from "./referents";
import type { Part } from "./roles";
import { claimsOfSentence } from "./sentence-claims";
import { worthOfSentence } from "./sentence-worth";
import type { Span } from "./span";
import { isGroup } from "./speaker-again";
import { asName, speakerOf } from "./speaker";
import { lastSubject } from "./subject-before";
import { unknownSpeaker } from "./speaker-found";
import { isUnnamedPerson } from "./unnamed-people";
import type { Speaker } from "./speaker-found";
import type { Scene } from "./scene";
import { tokensOf } from "./tokens";
import type { Token } from "./tokens";
import { finiteVerbs } from "./verbs";
import { isCountry, isDemonym } from "./word-lists";

/** Longer than any sentence a person wrote; such a stretch is listed but not searched for claims. */
const longestSentence = 1500;

/** What was made of one sentence of the body. */
export interface SentenceReading {
  span: Span;
  drafts: Draft[];
  score: number;
  attributed: boolean;
  speaker: string | null;
}

/** A part of an article, cut into sentences. */
export interface PartSentences {
  part: Part;
  spans: Span[];
}

interface OpenQuote {
  speaker: Speaker;
  end: number;
}

/** Reads an article from top to bottom, remembering whom and what it has spoken of. */
export class ArticleReader {
  readonly #people = new People();
  readonly #named: Person[] = [];
  readonly #referents = new Referents();
  readonly #organisations = new Organisations();
  readonly #common = new Set<string>();
  readonly #proper = new Set<string>();
  #openQuote: OpenQuote | null = null;

  #centralities: number[] = [];

  constructor(
    private readonly text: string,
    private readonly publishedOn: string | null,
  ) {}

  /** Reads the sentences of the body, in order; those that cannot be read are left out. */
  read(parts: PartSentences[]): SentenceReading[] {
    const bodies = parts.filter(({ part }) => part.role === "body");
    const total = bodies.reduce((sum, { spans }) => sum + spans.length, 0);
    for (const { part, spans } of parts) {
      if (part.role === "cross_link" || part.role === "caption") continue;
      for (const span of spans) this.#learn(span, part.role === "body");
    }
    this.#centralities = centralitiesOf(
      bodies.flatMap(({ spans }) => spans.map(({ start, end }) => this.text.slice(start, end))),
    );
    const readings: SentenceReading[] = [];
    let seen = 0;
    for (const { part, spans } of bodies) {
      for (const reading of this.#readPart(part, spans, seen, total)) readings.push(reading);
      seen += spans.length;
    }
    return readings;
  }

  #learn(span: Span, inBody: boolean): void {
    if (span.end - span.start > longestSentence) return;
    const tokens = tokensOf(this.text, span, []);
    this.#people.learn(tokens);
    if (!inBody || this.#common.size > 50_000) return;
    for (const [i, token] of tokens.entries()) {
      if (token.word && !token.capital) this.#common.add(token.lower);
      if (token.capital && i > 0) this.#proper.add(token.lower);
      const agrees = /^(?:who|are|were|have|on|of|from|for|with|about|at)$/.test(token.lower);
      const first = tokens[0];
      // "Nurses who": a plural with its company is a word, not a name.
      if (i === 1 && agrees && first && /^[a-z]+[^aius']s$/.test(first.lower)) {
        this.#common.add(first.lower);
      }
    }
  }

  #readPart(part: Part, spans: Span[], seen: number, total: number): SentenceReading[] {
    const readings: SentenceReading[] = [];
    const quotes = quotationsOf(this.text, part);
    let quote = 0;
    for (const [i, span] of spans.entries()) {
      if (span.end - span.start > longestSentence) continue;
      while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= span.start) quote += 1;
      const near = quotesWithin(quotes, quote, span);
      const tokens = tokensOf(this.text, span, near);
      const inQuote = near[0] !== undefined && isAllQuoted(tokens);
      if (!isReadable(tokens) || !mayBeEnglish(this.text.slice(span.start, span.end))) {
        if (inQuote && near[0]) {
          const { claimant } = this.#quoted(spans, i, quotes, quote, near[0]);
          readings.push({ span, drafts: [], score: 0, attributed: true, speaker: claimant });
        }
        continue;
      }
      const finite = finiteVerbs(tokens);
      const scene = this.#scene(tokens, finite);
      this.#referents.learnDeal(tokens, finite);
      const setting = {
        scene,
        finite,
        sentence: span,
        end: lastWord(tokens),
        position: total > 1 ? (seen + i) / (total - 1) : 0,
        before: seen + i,
        centrality: this.#centralities[seen + i] ?? 0,
        publishedOn: this.publishedOn,
      };
      const first = near[0];
      const inside = first !== undefined && isAllQuoted(tokens) ? first : null;
      const carried = inside
        ? this.#quoted(spans, i, quotes, quote, inside)
        : this.#goesOn(tokens, finite, readings.at(-1));
      const { drafts, speaker, attributed } = claimsOfSentence(setting, carried, (word) =>
        this.#isCommon(word),
      );
      readings.push({
        span,
        drafts,
        score: worthOfSentence(setting, drafts, speaker),
        attributed: attributed || isHearsay(this.text.slice(span.start, span.end)),
        speaker: speaker?.claimant ?? null,
      });
      if (speaker && speaker.claimant !== null) {
        this.#referents.speaker = speaker.claimant;
        if (isGroup(speaker.claimant)) this.#referents.group = speaker.claimant;
        const last = near.at(-1);
        this.#openQuote = { speaker, end: last?.end ?? span.end };
      }
      this.#referents.learn(tokens, finite, scene.mentions);
      this.#organisations.learn(tokens);
      this.#referents.topic = nextTopic(scene, this.#referents.topic);
      this.#referents.subject = lastSubject(
        scene,
        this.#referents.subject,
        (word) => this.#proper.has(word) && !this.#common.has(word),
      );
      const person = this.#introduced(speaker);
      if (person) this.#referents.speaksOf(person);
      else if (isUnnamedPerson(speaker?.claimant ?? "")) {
        this.#referents.speaksOfUnnamed(speaker?.claimant ?? "");
      }
    }
    return readings;
  }

  #scene(tokens: Token[], finite: readonly boolean[]): Scene {
    const mentions = this.#people.mentionsIn(tokens);
    for (const { person } of mentions) {
      if (!this.#named.includes(person) && this.#named.length < 200) this.#named.push(person);
    }
    return {
      text: this.text,
      tokens,
      finite,
      mentions,
      people: this.#named,
      referents: this.#referents,
      organisations: this.#organisations,
    };
  }

  #introduced(speaker: Speaker | null): Person | null {
    const name = speaker?.claimant ?? null;
    if (name === null) return null;
    const known = this.#named.find((each) => each.name === name);
    if (known) return known;
    const person = this.#people.introduce(name);
    if (person && this.#named.length < 200) this.#named.push(person);
    return person;
  }

  /** Who speaks in a sentence that lies wholly inside a quotation: told after it, before it, or not at all. */
  #quoted(spans: Span[], i: number, quotes: Span[], from: number, quote: Span): Speaker {
    for (const [k, span] of spans.slice(i, i + 12).entries()) {
      if (k > 0 && span.start >= quote.end) break;
      if (span.end < quote.end || span.end - span.start > longestSentence) continue;
      const tokens = tokensOf(this.text, span, quotesWithin(quotes, from, span));
      const finite = finiteVerbs(tokens);
      const [attribution] = attributionsOf(tokens, finite, lastWord(tokens));
      if (attribution) {
        const scene = this.#scene(tokens, finite);
        return asName(scene, speakerOf(scene, attribution, null, null));
      }
    }
    const before = this.#openQuote;
    // "He has campaigned for it for years. “It is a death trap.”": whom the sentence before was about.
    // But whoever is named inside a quotation does not go on with it.
    const last = spans[i - 1];
    const inQuotes = last !== undefined && /["“]/.test(this.text.charAt(last.start));
    const about = last && !inQuotes ? this.#referents.justNamed()?.name : undefined;
    if (about !== undefined && before?.speaker.claimant !== about) {
      return { claimant: about, piece: about, words: about, notes: [] };
    }
    if (before && quote.start - before.end < 400) {
      return { ...before.speaker, piece: before.speaker.claimant ?? "The speaker" };
    }
    return unknownSpeaker("The speaker", "who is quoted");
  }

  /** Who goes on speaking in a sentence that opens in quotation marks and has no verb of saying; null where nobody does. */
  #goesOn(
    tokens: readonly Token[],
    finite: readonly boolean[],
    before: SentenceReading | undefined,
  ): Speaker | null {
    const open = this.#openQuote;
    if (!open || before?.attributed !== true || before.speaker === null) return null;
    const opening = tokens.findIndex((token) => token.word && !token.quoted);
    const words = tokens.slice(0, Math.max(0, opening)).filter((token) => token.word);
    const own = /^(?:we|i|our|my)$/.test(tokens[0]?.lower ?? "");
    const later = tokens.some((token) => token.quoted && token.word);
    if (words.length < 4 && !(own && later)) return null;
    if (attributionsOf(tokens, finite, lastWord(tokens)).length > 0) return null;
    return { ...open.speaker, piece: open.speaker.claimant ?? "The speaker" };
  }

  #isCommon(lower: string): boolean {
    if (this.#common.has(lower) || /(?:[a-z]{3}ing|tions?|ments?)$/.test(lower)) return true;
    const known = this.#proper.has(lower) || isCountry(lower) || isDemonym(lower);
    return !known && /(?:er|est|[^su]s|al|ic|ive|ous|ful|ent|ant|ary|ible|able)$/.test(lower);
  }
}

function quotesWithin(quotes: Span[], from: number, span: Span): Span[] {
  const found: Span[] = [];
  for (let k = from; k < quotes.length; k += 1) {
    const quote = quotes[k];
    if (!quote || quote.start >= span.end) break;
    found.push(quote);
  }
  return found;
}

function isAllQuoted(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.word);
  return words.length > 0 && words.every((token) => token.quoted);
}

/** Whether a sentence is in Latin letters with words in between; a Russian line in an English text is left alone. */
function isReadable(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.word);
  const latin = words.filter((token) => /^[\p{Script=Latin}\d]/u.test(token.text));
  return words.length >= 3 && latin.length >= words.length * 0.7;
}

function lastWord(tokens: readonly Token[]): number {
  let end = tokens.length;
  while (end > 0 && /^[.!?…]$/.test(tokens[end - 1]?.text ?? "")) end -= 1;
  return end;
}
