import type { Topic } from "./antecedents";
import type { Mention, Person } from "./person";
import type { Range } from "./subject";
import type { LastSubject } from "./subject-before";
import type { Token } from "./tokens";
import { dealWords, isCountry, looseRoles, roleWords, subjectPronouns } from "./word-lists";

/** A deal or document that the text introduced, with the words that tell it apart. */
interface Deal {
  /** "that Kiev and Moscow negotiated in Istanbul"; empty when the text does not say. */
  told: string;
  at: number;
}

/** What an article has spoken of up to some sentence; "he" and "that proposal" are looked up here. */
export class Referents {
  /** The person last spoken of as a subject or speaker. */
  person: Person | null = null;
  #sincePerson = 0;
  /** Everybody named in the last sentence that named anybody. */
  #named: readonly Person[] = [];
  /** The person whom the sentence before had as its subject. */
  #subject: Person | null = null;
  /** Who spoke last, in words that stand in the text; a person or not. */
  speaker: string | null = null;
  /** Somebody who spoke and is described but not named: "a White House official". */
  unnamed: string | null = null;
  /** Several people who spoke and are only described: "the report's authors". */
  group: string | null = null;
  country: string | null = null;
  /** Every country named so far and how often. */
  readonly #countries = new Map<string, number>();
  /** What the sentence before was about, where a "they" or "it" can mean nothing else. */
  topic: Topic | null = null;
  /** The subject of the sentence before, where it is no person. */
  subject: LastSubject | null = null;
  deal: Deal | null = null;

  /** Takes up a sentence once its own claims are written. */
  learn(tokens: readonly Token[], finite: readonly boolean[], mentions: readonly Mention[]): void {
    const evident = mentions.filter((each) => each.person.evident);
    const subject = evident.find((each) => !finite.slice(0, each.from).some(Boolean));
    const next = subject ?? (evident.length === 1 ? evident[0] : undefined);
    this.#sincePerson += 1;
    if (mentions.length > 0) this.#named = [...new Set(mentions.map((each) => each.person))];
    if (next) this.speaksOf(next.person);
    this.#subject = subject?.person ?? null;
    for (let k = 0; k < tokens.length && this.#countries.size < 20; k += 1) {
      const name = countryAt(tokens, k);
      if (name !== null) this.#countries.set(name, (this.#countries.get(name) ?? 0) + 1);
    }
    this.country = lastCountry(tokens, tokens.length) ?? this.country;
  }

  /** The country that "the country" means: the only one that was named, or the one that the text is about. */
  onlyCountry(): string | null {
    const [first, second] = [...this.#countries].toSorted(([, a], [, b]) => b - a);
    if (!first) return null;
    const mostly = first[1] >= 3 && first[1] >= 3 * (second?.[1] ?? 0) && this.country === first[0];
    return !second || mostly ? first[0] : null;
  }

  /** The country that was named at least twice and twice as often as any other: a guess. */
  likelyCountry(): string | null {
    const [first, second] = [...this.#countries].toSorted(([, a], [, b]) => b - a);
    return first && first[1] >= 2 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
  }

  speaksOf(person: Person): void {
    this.person = person;
    this.unnamed = null;
    this.#sincePerson = 0;
  }

  /** Takes up a speaker without a name; until somebody is named a "he" means them, and nobody from before. */
  speaksOfUnnamed(words: string): void {
    this.unnamed = words;
    this.person = null;
  }

  /** The unnamed speaker that "the official" means, if any. */
  sameUnnamed(tokens: readonly Token[], range: Range): string | null {
    const noun = tokens[range.to - 1]?.lower ?? "";
    const definite = tokens[range.from]?.lower === "the" && range.to - range.from <= 3;
    const nouns = this.unnamed?.toLowerCase().split(/[^\p{L}]+/u) ?? [];
    return definite && nouns.includes(noun) ? this.unnamed : null;
  }

  /** The person whom the sentence just read was about, if any. */
  justNamed(): Person | null {
    return this.#sincePerson === 0 ? this.person : null;
  }

  /** Whom a "he" can mean: nobody who was last spoken of several sentences ago. */
  recent(): Person | null {
    return this.#sincePerson <= 2 ? this.person : null;
  }

  /** The one person that a pronoun can mean; null where the last sentence with names has another whom it fits. */
  onlyRecent(pronoun: "he" | "she"): Person | null {
    const person = this.recent();
    const rivals = this.#named.filter(
      (each) => each !== person && (each.pronoun === null || each.pronoun === pronoun),
    );
    return rivals.length > 0 ? null : person;
  }

  /**
   * Whom a pronoun most likely means: the subject, beside one other of whom nothing tells "he" or "she"; or a subject
   * whom the text has called so, whoever else stands behind the verb.
   */
  likely(pronoun: "he" | "she"): Person | null {
    const rivals = this.#named.filter((each) => each !== this.recent());
    if (rivals.length === 1 && rivals[0]?.pronoun === null) return this.recent();
    const subject = this.#subject;
    return subject === this.person && subject?.pronoun === pronoun ? subject : null;
  }

  /** Takes up "Kiev and Moscow negotiated a draft truce", so that "that proposal" can be told apart. */
  learnDeal(tokens: readonly Token[], finite: readonly boolean[]): void {
    for (let i = 1; i < tokens.length - 1; i += 1) {
      if (!/^an?$/.test(tokens[i]?.lower ?? "") || !finite[i - 1]) continue;
      const head = [i + 1, i + 2, i + 3].find((k) => {
        const next = tokens[k + 1];
        return dealWords.has(tokens[k]?.lower ?? "") && !dealWords.has(next?.lower ?? "");
      });
      let from = i - 1;
      while (from > 0 && tokens[from - 1]?.word && !subjectBreak(tokens[from - 1])) from -= 1;
      const who = tokens.slice(from, i - 1);
      if (
        head === undefined ||
        who.length === 0 ||
        who.length > 6 ||
        !who.some((each) => each.capital)
      )
        continue;
      const verb = tokens[i - 1]?.text ?? "";
      const place = placeAfter(tokens, head);
      const told = `that ${who.map((each) => each.text).join(" ")} ${verb}${place ? ` in ${place}` : ""}`;
      this.deal = { told, at: tokens[i]?.start ?? 0 };
      return;
    }
  }

  /** "His attorney" as the one attorney whom the text names. */
  #related(
    tokens: readonly Token[],
    from: number,
    people: readonly Person[],
  ): { person: Person; to: number } | null {
    const noun = tokens[from + 1]?.lower ?? "";
    if (!relation.test(noun) || tokens[from + 2]?.capital) return null;
    const role = roleWords.get(noun) ?? noun;
    const [only, ...others] = people.filter((person) => person.roles.has(role));
    return only && others.length === 0 ? { person: only, to: from + 2 } : null;
  }

  /** Who "the former premier" or "the politician" is: one person of that role, or whoever the text is about. */
  described(
    tokens: readonly Token[],
    from: number,
    people: readonly Person[],
  ): { person: Person; to: number } | null {
    const owned = /^(?:his|her|their)$/.test(tokens[from]?.lower ?? "");
    if (owned) return this.#related(tokens, from, people);
    if (!/^(?:the|this|that)$/.test(tokens[from]?.lower ?? "")) return null;
    for (let k = from + 1; k < Math.min(tokens.length, from + 4); k += 1) {
      const word = tokens[k]?.lower ?? "";
      const role = roleWords.get(word) ?? (looseRoles.has(word) ? word : undefined);
      if (role === undefined || (role === "prime minister" && word === "prime")) {
        if (
          /^(?:former|ex|then|acting|prime|deputy|vice|foreign|defense|defence|interior|finance|[a-z]+-(?:year)-old|veteran|outgoing|current|late)$/.test(
            word,
          )
        )
          continue;
        return null;
      }
      const next = tokens[k + 1];
      // "The Chief Minister": two words of one title.
      if (next?.capital && tokens[k]?.capital && roleWords.has(next.lower)) continue;
      if (
        next?.capital ||
        next?.lower === "of" ||
        next?.lower === "for" ||
        roleWords.has(next?.lower ?? "")
      )
        return null;
      const kind =
        word === "minister" && tokens[k - 1]?.lower === "prime" ? "prime minister" : role;
      const fitting = people.filter((person) => person.roles.has(kind));
      const about = this.person;
      const loosely = looseRoles.has(word) && fitting.length === 0 && (about?.roles.size ?? 0) > 0;
      if (about && (fitting.includes(about) || loosely)) {
        return { person: about, to: k + 1 };
      }
      const [only] = fitting;
      return only && fitting.length === 1 ? { person: only, to: k + 1 } : null;
    }
    return null;
  }
}

/** Who stands to somebody as only one does. */
const relation =
  /^(?:attorney|lawyer|barrister|solicitor|spokesman|spokeswoman|agent|mother|father|wife|husband|widow|partner|sister|brother|son|daughter)$/;

function subjectBreak(token: Token | undefined): boolean {
  return (
    token === undefined ||
    /^(?:that|when|while|but|as|after|before|because|who|which)$/.test(token.lower)
  );
}

function placeAfter(tokens: readonly Token[], from: number): string {
  for (let k = from; k < Math.min(tokens.length - 1, from + 14); k += 1) {
    if (/^(?:but|and|which|who)$/.test(tokens[k]?.lower ?? "")) return "";
    const next = tokens[k + 1];
    if (tokens[k]?.lower === "in" && next?.capital) return next.text;
  }
  return "";
}

/** The country named last before a token. */
export function lastCountry(tokens: readonly Token[], before: number): string | null {
  for (let k = before - 1; k >= 0; k -= 1) {
    const name = countryAt(tokens, k);
    if (name !== null) return name;
  }
  return null;
}

/** The country whose name ends at a token: "France", "New Zealand’s". */
function countryAt(tokens: readonly Token[], k: number): string | null {
  const token = tokens[k];
  if (!token?.capital) return null;
  const name = token.text.replace(/['’]s?$/, "");
  const two = `${tokens[k - 1]?.text ?? ""} ${name}`;
  if (isCountry(two)) return two;
  if (!isCountry(name)) return null;
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(name) ? `${name}.` : name;
}

/** Whether these words are only a pronoun. */
export const isPronoun = (tokens: readonly Token[], range: Range): boolean =>
  range.to - range.from === 1 && subjectPronouns.has(tokens[range.from]?.lower ?? "");
