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
