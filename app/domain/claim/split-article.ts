import { detectLanguage } from "~/domain/article/language";

import { attributionsOf } from "./attribution";
import { blocksOf } from "./blocks";
import { indexCodePoints } from "./code-points";
import type { Draft } from "./draft";
import { People } from "./people";
import type { Person } from "./people";
import { quotationsOf } from "./quotations";
import { Referents } from "./referents";
import { partsOf } from "./roles";
import type { Part } from "./roles";
import { claimsOfSentence } from "./sentence-claims";
import { cutSentences } from "./sentences";
import type { Span } from "./span";
import { speakerOf } from "./speaker";
import type { Speaker } from "./speaker";
import type { SplitClaim, SplitResult } from "./split-output";
import type { Scene } from "./statement";
import { tokensOf } from "./tokens";
import type { Token } from "./tokens";
import { finiteVerbs } from "./verbs";

export interface SplitOptions {
  /** Civil date of publication, YYYY-MM-DD; resolves "last month" and the like. */
  publishedOn?: string | null;
}

/** Longer than any sentence a person wrote; such a stretch is listed but not searched for claims. */
const longestSentence = 1500;

/**
 * Splits an article into sentences with their roles and into claims, both in the order of the text. Claims are
 * sought in English text only: in another language the rules would guess, and a guess with a score misleads.
 */
export function splitArticle(text: string, options: SplitOptions = {}): SplitResult {
  const parts = partsOf(text, blocksOf(text)).map((part) => ({
    part,
    spans: cutSentences(text, part),
  }));
  const index = indexCodePoints(text);
  const sentences = parts.flatMap(({ part, spans }) =>
    spans.map((span) => ({
      text: text.slice(span.start, span.end),
      start: index.at(span.start),
      end: index.at(span.end),
      role: part.role,
    })),
  );
  const language = detectLanguage(
    sampleOf(
      text,
      parts.map(({ part }) => part),
    ),
  );
  if (language !== "en" && language !== "und") return { sentences, claims: [] };

  const drafts = new ArticleReader(text, options.publishedOn ?? null).read(parts);
  const claims: SplitClaim[] = drafts.map(({ span, statement, ...rest }) => ({
    statement,
    quote: text.slice(span.start, span.end),
    start: index.at(span.start),
    end: index.at(span.end),
    ...rest,
  }));
  return { sentences, claims };
}

function sampleOf(text: string, parts: Part[]): string {
  const body = parts.filter((part) => part.role === "body");
  const middle = Math.floor(body.length / 2);
  return [...body.slice(0, 20), ...body.slice(Math.max(20, middle), middle + 20)]
    .map((part) => text.slice(part.start, Math.min(part.end, part.start + 2000)))
    .join("\n");
}

interface PartSentences {
  part: Part;
  spans: Span[];
}

interface OpenQuote {
  speaker: Speaker;
  end: number;
}

/** Reads an article from top to bottom, remembering whom and what it has spoken of. */
class ArticleReader {
  readonly #people = new People();
  readonly #named: Person[] = [];
  readonly #referents = new Referents();
  readonly #common = new Set<string>();
  #openQuote: OpenQuote | null = null;

  constructor(
    private readonly text: string,
    private readonly publishedOn: string | null,
  ) {}

  read(parts: PartSentences[]): Draft[] {
    const bodies = parts.filter(({ part }) => part.role === "body");
    const total = bodies.reduce((sum, { spans }) => sum + spans.length, 0);
    for (const { part, spans } of parts) {
      if (part.role === "cross_link" || part.role === "caption") continue;
      for (const span of spans) this.#learn(span, part.role === "body");
    }
    const drafts: Draft[] = [];
    let seen = 0;
    for (const { part, spans } of bodies) {
      drafts.push(...this.#readPart(part, spans, seen, total));
      seen += spans.length;
    }
    return ordered(drafts);
  }

  #learn(span: Span, inBody: boolean): void {
    if (span.end - span.start > longestSentence) return;
    const tokens = tokensOf(this.text, span, []);
    this.#people.learn(tokens);
    if (!inBody || this.#common.size > 50_000) return;
    for (const [i, token] of tokens.entries()) {
      if (token.word && !token.capital) this.#common.add(token.lower);
      const agrees = /^(?:who|are|were|have|on|of|from|for|with|about|at)$/.test(token.lower);
      const first = tokens[0];
      // "Nurses who": a plural with its company is a word, not a name.
      if (i === 1 && agrees && first && /^[a-z]+[^aius']s$/.test(first.lower)) {
        this.#common.add(first.lower);
      }
    }
  }

  #readPart(part: Part, spans: Span[], seen: number, total: number): Draft[] {
    const drafts: Draft[] = [];
    const quotes = quotationsOf(this.text, part);
    let quote = 0;
    for (const [i, span] of spans.entries()) {
      if (span.end - span.start > longestSentence) continue;
      while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= span.start) quote += 1;
      const near = quotesWithin(quotes, quote, span);
      const tokens = tokensOf(this.text, span, near);
      if (!isReadable(tokens)) continue;
      const finite = finiteVerbs(tokens);
      const scene = this.#scene(tokens);
      this.#referents.learnDeal(tokens, finite);
      const setting = {
        scene,
        finite,
        sentence: span,
        end: lastWord(tokens),
        position: total > 1 ? (seen + i) / (total - 1) : 0,
        publishedOn: this.publishedOn,
      };
      const first = near[0];
      const inside = first !== undefined && isAllQuoted(tokens) ? first : null;
      const carried = inside ? this.#quoted(spans, i, quotes, quote, inside) : null;
      const { drafts: found, speaker } = claimsOfSentence(setting, carried, (word) =>
        this.#isCommon(word),
      );
      for (const draft of found) drafts.push(draft);
      if (speaker && speaker.claimant !== null) {
        this.#referents.speaker = speaker.claimant;
        const last = near.at(-1);
        this.#openQuote = { speaker, end: last?.end ?? span.end };
      }
      this.#referents.learn(tokens, finite, scene.mentions);
      const person = this.#named.find((each) => each.name === speaker?.claimant);
      if (person) this.#referents.speaksOf(person);
    }
    return drafts;
  }

  #scene(tokens: Token[]): Scene {
    const mentions = this.#people.mentionsIn(tokens);
    for (const { person } of mentions) {
      if (!this.#named.includes(person) && this.#named.length < 200) this.#named.push(person);
    }
    return { text: this.text, tokens, mentions, people: this.#named, referents: this.#referents };
  }

  /** Who speaks in a sentence that lies wholly inside a quotation: told after it, before it, or not at all. */
  #quoted(spans: Span[], i: number, quotes: Span[], from: number, quote: Span): Speaker {
    for (const [k, span] of spans.slice(i, i + 12).entries()) {
      if (k > 0 && span.start >= quote.end) break;
      if (span.end < quote.end || span.end - span.start > longestSentence) continue;
      const tokens = tokensOf(this.text, span, quotesWithin(quotes, from, span));
      const [attribution] = attributionsOf(tokens, finiteVerbs(tokens), lastWord(tokens));
      if (attribution)
        return asName(this.#scene(tokens), speakerOf(this.#scene(tokens), attribution, null, null));
    }
    const before = this.#openQuote;
    if (before && quote.start - before.end < 400) {
      return { ...before.speaker, piece: before.speaker.claimant ?? "The speaker" };
    }
    return { claimant: null, piece: "The speaker", words: "", notes: ["who is quoted"] };
  }

  #isCommon(lower: string): boolean {
    return this.#common.has(lower) || /(?:[a-z]{3}ing|tions?|ments?)$/.test(lower);
  }
}

/** A speaker found in another sentence is written out, since its words are not in this one. */
function asName(scene: Scene, speaker: Speaker): Speaker {
  const { piece } = speaker;
  if (typeof piece === "string") return speaker;
  const words = scene.text.slice(scene.tokens[piece.from]?.start, scene.tokens[piece.to - 1]?.end);
  return { ...speaker, piece: speaker.claimant ?? words };
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

function ordered(drafts: Draft[]): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const seen = new Set<string>();
  return sorted.filter((draft) => {
    const key = `${draft.span.start}-${draft.span.end}-${draft.type === "quote"}`;
    if (draft.span.end <= draft.span.start || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
