import { followsFirstName, goesOn, nameStart, titleBefore, whoIs } from "./bearers";
import { BuriedNames } from "./buried-names";
import { candidateOf, easternFamilies, isFullName, keep, titledSurname } from "./candidates";
import type { Candidate } from "./candidates";
import { givenNamePronoun } from "./given-names";
import { isDescribed } from "./name-roles";
import { nameRuns } from "./name-runs";
import { bare, nameText } from "./name-text";
import type { Mention, Person } from "./person";
import { reportingVerb } from "./reporting-verbs";
import type { Token } from "./tokens";
import { isCountry } from "./word-lists";

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
        const kept = candidateOf(name, surname, {
          roles: new Set(roles),
          styled: titledSurname(tokens, run),
          evident: evident || pronoun !== null,
          rank,
        });
        this.#candidates.set(name, kept);
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
    if (!isFullName(words)) return null;
    const surname = words.at(-1) ?? name;
    const person = candidateOf(name, surname, { evident: true, seen: true, rank: 2 });
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
      const person = candidateOf(name, surname, { roles, evident: true, rank: 2 });
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
    const known = this.#byGiven.get(name);
    if (known) return known;
    const person = candidateOf(name, name, { evident: true, seen: true, rank: 0 });
    this.#byGiven.set(name, person);
    return person;
  }
}

/** "Hughes met", "Hughes pleaded": what neither places nor companies do. */
const onlyPeople =
  /^(?:met|married|pleaded|testified|resigned|retired|apologi[sz]ed|confessed|graduated|studied|smiled|wept|walked|asked)$/;
