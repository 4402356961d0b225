import { followsFirstName, goesOn, nameStart, titleBefore, whoIs } from "./bearers";
import { givenNamePronoun } from "./given-names";
import { isDescribed } from "./name-roles";
import { bare, nameRuns, nameText, particles } from "./name-runs";
import { reportingVerb } from "./reporting-verbs";
import type { Token } from "./tokens";
import { institutionWords, isCountry, isDemonym } from "./word-lists";

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
  /** Whether a sentence that was read has named them in full. */
  seen: boolean;
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
  /** Given names that stand alone somewhere: "Gloria". */
  readonly #given = new Set<string>();
  readonly #byGiven = new Map<string, Candidate>();
  #known: Map<string, Candidate[]> | null = null;

  /** Takes up the names of one sentence. */
  learn(tokens: readonly Token[]): void {
    this.#known = null;
    for (const run of nameRuns(tokens)) {
      const { from, to, roles } = run;
      const surname = bare(tokens[to - 1]);
      if (to - from === 1) {
        this.#alone.add(surname);
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
        run.titled || (reportingVerb(next)?.takesClause ?? false) || isDescribed(tokens, from, to);
      const known = this.#candidates.get(name);
      if (known) {
        for (const role of roles) known.roles.add(role);
        known.evident ||= roles.length > 0 || speaks;
        known.rank = Math.max(known.rank, rank);
      } else if (this.#candidates.size < 20_000) {
        const evident = roles.length > 0 || speaks;
        const kept = {
          name,
          surname,
          roles: new Set(roles),
          pronoun,
          evident: evident || pronoun !== null,
          seen: false,
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
      pronoun: givenNamePronoun(words[0] ?? ""),
      evident: true,
      seen: true,
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
      if (!candidate.evident && !this.#alone.has(candidate.surname)) continue;
      keep(known, candidate.surname, candidate);
      const [first = "", ...rest] = candidate.name.split(" ");
      // "Kim" is Kim Jong Un, whose family name comes first.
      const eastern = rest.length > 0 && easternFamilies.has(first);
      if (candidate.rank > 0 && eastern) keep(known, first, candidate);
      if (candidate.rank > 0) keep(firsts, candidate.name.split(" ")[0] ?? "", candidate);
    }
    for (const name of this.#given) {
      const bearers = (firsts.get(name) ?? []).filter((each) => each.name.includes(" "));
      if (known.has(name) || bearers.length > 1) continue;
      known.set(name, bearers.length === 1 ? bearers : [this.#byGivenName(name)]);
    }
    this.#known = known;
    return known;
  }

  #byGivenName(name: string): Candidate {
    const pronoun = givenNamePronoun(name);
    const known = this.#byGiven.get(name);
    if (known) return known;
    const person = {
      name,
      surname: name,
      roles: new Set<string>(),
      pronoun,
      evident: true,
      seen: true,
      rank: 0,
    };
    this.#byGiven.set(name, person);
    return person;
  }
}

function keep(known: Map<string, Candidate[]>, name: string, candidate: Candidate): void {
  const others = known.get(name);
  if (!others) known.set(name, [candidate]);
  else if (candidate.rank > (others[0]?.rank ?? 0)) known.set(name, [candidate]);
  else if (candidate.rank === others[0]?.rank && others.length < 5) others.push(candidate);
}
