import type { Person } from "./person";

/** Who and what a statement has named already. */
export interface Named {
  person: Person | null;
  thing: boolean;
}

/** How far the words were read, and what stands in their place. */
export interface Step {
  to: number;
  /** Null where the words stay. */
  words: string | null;
}
