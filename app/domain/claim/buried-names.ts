import { isDescribed } from "./name-roles";
import type { NameRun } from "./name-runs";
import { bare, nameText } from "./name-text";
import { reportingVerb } from "./reporting-verbs";
import type { Token } from "./tokens";
import { determiners, institutionWords } from "./word-lists";

/** A full name that stands only at the end of a longer run of capitals. */
export interface BuriedName {
  name: string;
  surname: string;
  roles: Set<string>;
}

const mostNames = 2000;

/**
 * Names behind a title that no list knows: of "Ward Council Member Ann Lee" the last two words are somebody's name if
 * "Lee" alone is seen to speak elsewhere. A surname that is also an institution's word ("Law", "Park") has to be
 * described as somebody, since "Congress said" is nobody's surname.
 */
export class BuriedNames {
  readonly #names = new Map<string, BuriedName | null>();
  readonly #speak = new Set<string>();

  /** Takes up a run of capitals, whether or not it is a name as a whole. */
  learn(tokens: readonly Token[], run: NameRun): void {
    const { from, to, buried } = run;
    const surname = bare(tokens[to - 1]);
    if (to - from === 1) {
      if (this.#speak.size < mostNames && speaksAlone(tokens, from)) this.#speak.add(surname);
      return;
    }
    if (!buried || this.#names.size >= mostNames) return;
    const name = nameText(tokens, from, to);
    const known = this.#names.get(surname);
    // Two of one surname: the surname tells neither.
    if (known !== undefined && known?.name !== name) this.#names.set(surname, null);
    else this.#names.set(surname, { name, surname, roles: new Set(run.roles) });
  }

  /** Whether a word that stands alone was seen to speak. */
  speaks(word: string): boolean {
    return this.#speak.has(word);
  }

  /** Those of whom the surname alone was seen to speak. */
  speakers(): BuriedName[] {
    return [...this.#speak].flatMap((surname) => this.#names.get(surname) ?? []);
  }
}

function speaksAlone(tokens: readonly Token[], at: number): boolean {
  const surname = bare(tokens[at]);
  if (/['’]s?$/.test(tokens[at]?.text ?? "") || determiners.has(tokens[at - 1]?.lower ?? "")) {
    return false;
  }
  if (institutionWords.has(surname.toLowerCase())) return isDescribed(tokens, at, at + 1);
  const adverb = /^(?:also|then|later|has|had)$/.test(tokens[at + 1]?.lower ?? "") ? 1 : 0;
  return reportingVerb(tokens[at + 1 + adverb]?.lower ?? "")?.takesClause ?? false;
}
