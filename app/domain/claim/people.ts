import { followsFirstName, goesOn, nameStart, titleBefore, whoIs } from "./bearers";
import { givenNamePronoun } from "./given-names";
import { isDescribed } from "./name-roles";
import { BuriedNames } from "./buried-names";
import { bare, nameRuns, nameText, particles } from "./name-runs";
import type { NameRun } from "./name-runs";
import { reportingVerb } from "./reporting-verbs";
import type { Token } from "./tokens";
import { institutionWords, isCountry, isDemonym } from "./word-lists";

/** Somebody the text names in full at least once. */
export interface Person {
  /** As the text has it, such as "Giuseppe Conte". */
  name: string;
  /** How the text styles somebody of whom it tells only the surname: "Mr Lee". */
  styled: string | null;
  /** What the text calls them, in one wording per role: "prime minister". */
  roles: Set<string>;
  /** What the text was seen to call them: one "she" rules out a later "he". */
  pronoun: "he" | "she" | null;
  /** Whether a title or a verb of saying shows that this is a person, not a place or a brand. */
  evident: boolean;
}

/** What a statement calls somebody: the full name, or a surname as the text styles it. */
export const styleOf = ({ styled, name }: Person): string => styled ?? name;

/** Where a person stands in a sentence, in token positions. */
export interface Mention {
  person: Person;
  from: number;
  to: number;
}

interface Candidate extends Person {
  surname: string;
  /** Whether a sentence that was read has named them in full. */
  seen: boolean;
  /** How often the surname alone has led back to them. */
  alone: number;
  /** 0 for a surname with a title, 1 for a name seen only where a sentence begins, 2 for any other full name. */
  rank: number;
}

const easternFamilies = new Set(
  "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Moon Xi Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Nguyen Tran Le Pham Ho Bong".split(
    " ",
  ),
);

/** Collects the people of an article sentence by sentence, so that a surname can later stand for a full name. */
export class People {
  readonly #candidates = new Map<string, Candidate>();
  readonly #alone = new Set<string>();
  /** Names that stand alone and do what only people do. */
  readonly #acts = new Set<string>();
  /** Given names that stand alone somewhere: "Gloria". */
  readonly #given = new Set<string>();
  readonly #byGiven = new Map<string, Candidate>();
  readonly #buried = new BuriedNames();
  #known: Map<string, Candidate[]> | null = null;

  /** Takes up the names of one sentence. */
  learn(tokens: readonly Token[]): void {
    this.#known = null;
    for (const run of nameRuns(tokens)) {
      const { from, to, roles } = run;
      const surname = bare(tokens[to - 1]);
      this.#buried.learn(tokens, run);
      if (run.buried) continue;
      if (to - from === 1) {
        this.#alone.add(surname);
        if (onlyPeople.test(tokens[to]?.lower ?? "")) this.#acts.add(surname);
        if (givenNamePronoun(surname) !== null && !run.titled) {
          if (this.#given.size < 1000) this.#given.add(surname);
          continue;
        }
        if (!run.titled) continue;
      }
      const name = nameText(tokens, from, to);
      const pronoun = givenNamePronoun(name.split(" ")[0] ?? "");
      const rank = to - from === 1 ? 0 : from === 0 && pronoun === null ? 1 : 2;
      const next = tokens[to]?.lower ?? "";
      const speaks =
        run.titled ||
        onlyPeople.test(next) ||
        // Only people have nicknames between their names.
        /["“]/.test(name) ||
        (reportingVerb(next)?.takesClause ?? false) ||
        isDescribed(tokens, from, to);
      const known = this.#candidates.get(name);
      if (known) {
        for (const role of roles) known.roles.add(role);
        known.evident ||= roles.length > 0 || speaks;
        known.rank = Math.max(known.rank, rank);
        known.styled ??= titledSurname(tokens, run);
      } else if (this.#candidates.size < 20_000) {
        const evident = roles.length > 0 || speaks;
        const kept = {
          name,
          surname,
          roles: new Set(roles),
          pronoun,
          styled: titledSurname(tokens, run),
          evident: evident || pronoun !== null,
          seen: false,
          alone: 0,
        };
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
    if (/^(?:The|A|An|This|That|Our|His|Her|Their)$/.test(words[0] ?? "")) return null;
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
      styled: null,
      pronoun: givenNamePronoun(words[0] ?? ""),
      evident: true,
      seen: true,
      alone: 0,
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
      const bearers = known.get(bare(token));
      if (!bearers) continue;
      const title = titleBefore(tokens, i);
      const person = whoIs(tokens, i, bearers, title);
      if (!person) continue;
      const from = nameStart(tokens, i, person.name);
      if (from < i) person.seen = true;
      else if (bearers.length > 1 || title === "") person.alone += 1;
      if (from === i && followsFirstName(tokens, i)) continue;
      if (goesOn(tokens, i) || (from === i && isCountry(bare(token)))) continue;
      if (title === "mr") person.pronoun = "he";
      if (title === "mrs" || title === "ms") person.pronoun = "she";
      found.push({ person, from, to: i + 1 });
    }
    return found;
  }

  #bySurname(): Map<string, Candidate[]> {
    if (this.#known) return this.#known;
    const known = new Map<string, Candidate[]>();
    const firsts = new Map<string, Candidate[]>();
    for (const candidate of this.#candidates.values()) {
      const [first = "", ...rest] = candidate.name.split(" ");
      // "Kim" is Kim Jong Un, whose family name comes first.
      const eastern = rest.length > 0 && this.#familyFirst(candidate, first);
      const stands = this.#alone.has(candidate.surname) || (eastern && this.#alone.has(first));
      if (candidate.rank > 0 && this.#acts.has(candidate.surname)) candidate.evident = true;
      if (!candidate.evident && !stands) continue;
      keep(known, candidate.surname, candidate);
      if (candidate.rank > 0 && eastern) keep(known, first, candidate);
      if (candidate.rank > 0) keep(firsts, candidate.name.split(" ")[0] ?? "", candidate);
    }
    for (const { name, surname, roles } of this.#buried.speakers()) {
      if (known.has(surname)) continue;
      const pronoun = givenNamePronoun(name.split(" ")[0] ?? "");
      const person = {
        name,
        surname,
        roles,
        styled: null,
        pronoun,
        evident: true,
        seen: false,
        alone: 0,
        rank: 2,
      };
      const same = this.#candidates.get(name) ?? person;
      this.#candidates.set(name, same);
      keep(known, surname, same);
    }
    for (const name of this.#given) {
      const bearers = (firsts.get(name) ?? []).filter((each) => each.name.includes(" "));
      if (known.has(name) || bearers.length > 1) continue;
      known.set(name, bearers.length === 1 ? bearers : [this.#byGivenName(name)]);
    }
    this.#known = known;
    return known;
  }

  /** Whether the first word of a name is what the text calls its bearer by: a known family name, or one that speaks. */
  #familyFirst({ roles, surname }: Candidate, first: string): boolean {
    if (easternFamilies.has(first)) return true;
    const given = givenNamePronoun(first) !== null || this.#alone.has(surname);
    return roles.size > 0 && !given && this.#buried.speaks(first);
  }

  #byGivenName(name: string): Candidate {
    const pronoun = givenNamePronoun(name);
    const known = this.#byGiven.get(name);
    if (known) return known;
    const person = {
      name,
      surname: name,
      roles: new Set<string>(),
      styled: null,
      pronoun,
      evident: true,
      seen: true,
      alone: 0,
      rank: 0,
    };
    this.#byGiven.set(name, person);
    return person;
  }
}

/** "Hughes met", "Hughes pleaded": what neither places nor companies do. */
const onlyPeople =
  /^(?:met|married|pleaded|testified|resigned|retired|apologi[sz]ed|confessed|graduated|studied|smiled|wept|walked|asked)$/;

/** "Mr Lee", where that is all a text says of the name. */
const titledSurname = (tokens: readonly Token[], { from, to, title }: NameRun): string | null =>
  to - from === 1 && title !== null ? nameText(tokens, title, to) : null;

function keep(known: Map<string, Candidate[]>, name: string, candidate: Candidate): void {
  const others = known.get(name);
  if (!others) known.set(name, [candidate]);
  else if (candidate.rank > (others[0]?.rank ?? 0)) known.set(name, [candidate]);
  else if (candidate.rank === others[0]?.rank && others.length < 5) others.push(candidate);
}
