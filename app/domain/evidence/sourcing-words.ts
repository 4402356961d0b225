import type { Sourcing } from "./sourcing";

/** What the fields about the sources as a whole are called on the desk. */
export const sourcingFieldWords: Record<keyof Sourcing, string> = {
  singleSource: "Why one source is enough",
  otherSide: "The other side",
  otherSideWords: "Where was looked, and what was found",
  otherSideBy: "Who looked",
};
