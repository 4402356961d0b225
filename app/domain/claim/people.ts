import { reportingVerb } from "./reporting-verbs";
import type { Token } from "./tokens";
import {
  auxiliaries,
  honorifics,
  institutionWords,
  isCountry,
  isDemonym,
  modals,
  months,
  openers,
  roleWords,
  weekdays,
} from "./word-lists";

/** Somebody the text names in full at least once. */
export interface Person {
  /** As the text has it, such as "Giuseppe Conte". */
  name: string;
  /** What the text calls them, in one wording per role: "prime minister". */
  roles: Set<string>;
  /** What the text was seen to call them: one "she" rules out a later "he". */
  pronoun: "he" | "she" | null;
  /** Whether a title or a verb of saying shows that this is a person, not a place or a brand. */
  evident: boolean;
}

/** Where a person stands in a sentence, in token positions. */
export interface Mention {
  person: Person;
  from: number;
  to: number;
}

interface Candidate extends Person {
  surname: string;
  /** 0 for a surname with a title, 1 for a name seen only where a sentence begins, 2 for any other full name. */
  rank: number;
}

/** Collects the people of an article sentence by sentence, so that a surname can later stand for a full name. */
export class People {
  readonly #candidates = new Map<string, Candidate>();
  readonly #alone = new Set<string>();
  #known: Map<string, Candidate | null> | null = null;

  /** Takes up the names of one sentence. */
  learn(tokens: readonly Token[]): void {
    this.#known = null;
    for (const run of nameRuns(tokens)) {
      const { from, to, roles } = run;
      const surname = bare(tokens[to - 1]);
      if (to - from === 1) {
        this.#alone.add(surname);
        if (!run.titled) continue;
      }
      const name = nameText(tokens, from, to);
      const rank = to - from === 1 ? 0 : from === 0 ? 1 : 2;
      const next = tokens[to]?.lower ?? "";
      const speaks = (reportingVerb(next)?.takesClause ?? false) || isDescribed(tokens, from, to);
      const known = this.#candidates.get(name);
      if (known) {
        for (const role of roles) known.roles.add(role);
        known.evident ||= roles.length > 0 || speaks;
        known.rank = Math.max(known.rank, rank);
      } else if (this.#candidates.size < 20_000) {
        const evident = roles.length > 0 || speaks;
        const kept = { name, surname, roles: new Set(roles), pronoun: null, evident };
        this.#candidates.set(name, { ...kept, rank });
      }
    }
  }

  /** Takes up somebody who was seen to speak, if the words can be a person's full name. */
  introduce(name: string): Person | null {
    const known = this.#candidates.get(name);
    if (known) {
      known.evident = true;
      this.#known = null;
      return known;
    }
    const words = name.split(" ");
    const personal = words.every((word, i) => {
      const lower = word.toLowerCase();
      if (particles.has(word) && i > 0) return true;
      return (
        /^\p{Lu}[\p{L}.'’-]+$/u.test(word) && !institutionWords.has(lower) && !isDemonym(lower)
      );
    });
    if (words.length < 2 || words.length > 4 || !personal || isCountry(name)) return null;
    const surname = words.at(-1) ?? name;
    const person: Candidate = {
      name,
      surname,
      roles: new Set(),
      pronoun: null,
      evident: true,
      rank: 2,
    };
    this.#candidates.set(name, person);
    this.#known = null;
    return person;
  }

  /** The people in one sentence, in order. */
  mentionsIn(tokens: readonly Token[]): Mention[] {
    const known = this.#bySurname();
    const found: Mention[] = [];
    for (const [i, token] of tokens.entries()) {
      if (!token.capital) continue;
      const person = known.get(bare(token));
      if (!person) continue;
      let from = i;
      for (let w = Math.min(longestName, i + 1); w > 1; w -= 1) {
        if (nameText(tokens, i + 1 - w, i + 1) === person.name) {
          from = i + 1 - w;
          break;
        }
      }
      const before = tokens[from - 1];
      const otherFirstName =
        from === i &&
        before?.capital === true &&
        before.end + 1 === token.start &&
        !abbreviatedTitles.has(before.lower) &&
        !openers.has(before.lower) &&
        !roleWords.has(before.lower) &&
        !honorifics.has(before.lower);
      const partOfName =
        tokens[i + 1]?.capital === true && institutionWords.has(tokens[i + 1]?.lower ?? "");
      const title = before?.text === "." ? tokens[from - 2]?.lower : before?.lower;
      if (title === "mr") person.pronoun = "he";
      if (title === "mrs" || title === "ms") person.pronoun = "she";
      if (!otherFirstName && !partOfName) found.push({ person, from, to: i + 1 });
    }
    return found;
  }

  #bySurname(): Map<string, Candidate | null> {
    if (this.#known) return this.#known;
    const known = new Map<string, Candidate | null>();
    for (const candidate of this.#candidates.values()) {
      if (!candidate.evident && !this.#alone.has(candidate.surname)) continue;
      const other = known.get(candidate.surname);
      if (other === undefined || (other && other.rank < candidate.rank)) {
        known.set(candidate.surname, candidate);
      } else if (candidate.rank === 2) {
        // Two people of one surname: the surname alone then says nothing.
        known.set(candidate.surname, null);
      }
    }
    this.#known = known;
    return known;
  }
}

interface NameRun {
  from: number;
  to: number;
  roles: string[];
  /** A title stands right before it. */
  titled: boolean;
}

const longestName = 8;
const abbreviatedTitles = new Set(
  "mr mrs ms dr prof sen rep gov gen lt col sgt capt rev".split(" "),
);
const particles = new Set("de della di da du van von der den bin ibn al el la le dos".split(" "));

/** Stretches of capitalised words that can be a person's name, without titles before them. */
function* nameRuns(tokens: readonly Token[]): Generator<NameRun> {
  let i = 0;
  while (i < tokens.length) {
    if (!isNameWord(tokens, i)) {
      i += 1;
      continue;
    }
    let to = i + 1;
    while (to < tokens.length && joins(tokens, to)) to += 1;
    while (to > i && (particles.has(tokens[to - 1]?.lower ?? "") || tokens[to - 1]?.text === "."))
      to -= 1;
    const end = Math.max(to, i + 1);
    const from = skipPlace(tokens, i, skipTitles(tokens, i, end), end);
    if (from < end && end - from <= longestName && isPersonal(tokens, from, end)) {
      const before = tokens[from - 1]?.lower ?? "";
      const titled = from > i || roleWords.has(before);
      yield {
        from,
        to: end,
        roles: [...rolesBefore(tokens, from), ...rolesAfter(tokens, end)],
        titled,
      };
    }
    i = end;
  }
}

function isNameWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token?.capital) return false;
  if (token.text.length < 2 && tokens[i + 1]?.text !== ".") return false;
  if (i > 0) return true;
  return !openers.has(token.lower) && !modals.has(token.lower) && !auxiliaries.has(token.lower);
}

function joins(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || !before || token.start - before.end > 1) return false;
  if (/['’]s?$/.test(before.lower)) return false;
  if (token.text === ".") return before.text.length === 1 || abbreviatedTitles.has(before.lower);
  if (token.capital && token.word) return true;
  return particles.has(token.lower) && (tokens[i + 1]?.capital ?? false);
}

function skipTitles(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (let k = from; k < to - 1; k += 1) {
    const lower = tokens[k]?.lower ?? "";
    // "Secretary of State John Kerry": the institution before a name of two words is no part of it.
    if (roleWords.has(lower) || (institutionWords.has(lower) && to - k === 3)) at = k + 1;
  }
  while (at < to) {
    const token = tokens[at];
    if (!token) break;
    const isTitle =
      token.text === "." ||
      roleWords.has(token.lower) ||
      honorifics.has(token.lower) ||
      (abbreviatedTitles.has(token.lower) && tokens[at + 1]?.text === ".") ||
      isDemonym(token.lower) ||
      /-(?:\p{Lu}|UK|US)/u.test(token.text) ||
      (/^\p{Lu}{2,3}$/u.test(token.text) && to - at > 1) ||
      (isCountry(token.text) && /^(?:of|in|from)$/.test(tokens[at - 1]?.lower ?? ""));
    if (!isTitle) break;
    at += 1;
  }
  return at;
}

/** "University of Texas Arlington Amneh Jafari": after "of" the last two of many capitals are the name. */
function skipPlace(tokens: readonly Token[], first: number, from: number, to: number): number {
  const led = /^(?:of|at|for|in|on)$/.test(tokens[first - 1]?.lower ?? "") && from === first;
  const plain = tokens.slice(from, to).every((token) => token.word && token.capital);
  return led && plain && to - from >= 3 ? to - 2 : from;
}

function isPersonal(tokens: readonly Token[], from: number, to: number): boolean {
  if (isCountry(nameText(tokens, from, to))) return false;
  for (let i = from; i < to; i += 1) {
    const word = bare(tokens[i]).toLowerCase();
    if (institutionWords.has(word) || isDemonym(word) || /\d/.test(word)) return false;
    if (months.has(word) || weekdays.has(word) || roleWords.has(word)) return false;
    if (isCountry(word) && to - from === 1) return false;
  }
  return true;
}

/** "the spokesman, Daniel Osei," or "Anita Rao, president of": a role on the other side of a comma. */
function isDescribed(tokens: readonly Token[], from: number, to: number): boolean {
  const isRole = (token: Token) => roleWords.has(token.lower);
  if (tokens[from - 1]?.text === "," && tokens.slice(Math.max(0, from - 5), from).some(isRole)) {
    return true;
  }
  return tokens[to]?.text === "," && tokens.slice(to + 1, to + 7).some(isRole);
}

/** The roles said of a name just before it: "former Prime Minister of Italy Giuseppe Conte". */
function rolesBefore(tokens: readonly Token[], from: number): string[] {
  const roles = new Set<string>();
  for (let i = from - 1; i >= 0 && i >= from - 6; i -= 1) {
    const token = tokens[i];
    if (!token?.word || token.lower.endsWith("'s")) break;
    const role = roleWords.get(token.lower);
    if (role !== undefined)
      roles.add(
        token.lower === "minister" && tokens[i - 1]?.lower === "prime" ? "prime minister" : role,
      );
  }
  return [...roles];
}

/** The roles said of a name just after it: "Anita Rao, president of the college". */
function rolesAfter(tokens: readonly Token[], to: number): string[] {
  if (tokens[to]?.text !== ",") return [];
  const roles = new Set<string>();
  for (const token of tokens.slice(to + 1, to + 7)) {
    if (!token.word || /^(?:of|for|said|and)$/.test(token.lower)) break;
    const role = roleWords.get(token.lower);
    if (role !== undefined) roles.add(role);
  }
  return [...roles];
}

const bare = (token: Token | undefined): string => token?.text.replace(/['’]s?$/, "") ?? "";

/** A name as it stands in the text, without a possessive ending. */
export function nameText(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token, i, all) => {
      const words = i === all.length - 1 ? bare(token) : token.text;
      const before = all[i - 1];
      return before && token.start > before.end ? ` ${words}` : words;
    })
    .join("");
}
