import {
  abbreviatedTitles,
  bare,
  isDescribed,
  longestName,
  nameRuns,
  nameText,
  particles,
} from "./name-runs";
import { reportingVerb } from "./reporting-verbs";
import type { Token } from "./tokens";
import {
  honorifics,
  institutionWords,
  isCountry,
  isDemonym,
  openers,
  roleWords,
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
