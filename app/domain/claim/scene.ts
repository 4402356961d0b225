import type { Organisations } from "./organisations";
import type { Mention, Person } from "./person";
import type { Referents } from "./referents";
import type { Range } from "./subject";
import type { Token } from "./tokens";

/** Everything a statement may lean on besides its own words. */
export interface Scene {
  text: string;
  tokens: readonly Token[];
  /** For every token, whether it is a finite verb. */
  finite: readonly boolean[];
  mentions: readonly Mention[];
  /** Everybody named in the article up to here, each once. */
  people: readonly Person[];
  referents: Referents;
  organisations: Organisations;
}

/** A piece of a statement: words of the sentence, or words put in. */
export type Piece = Range | string;
