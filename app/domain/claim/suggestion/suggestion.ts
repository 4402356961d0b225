export const suggestionKinds = ["rewrite", "split"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/**
 * A statement that a language model wrote and that passed every check. `start` and `end` say where its passage stands
 * in the article, in Unicode code points, `end` exclusive; never outside the claim's own passage.
 */
export interface SuggestedStatement {
  statement: string;
  start: number;
  end: number;
}

/** A suggestion as it is stored: what a person may take over, change or leave. */
export interface Suggestion {
  id: string;
  claimId: string;
  kind: SuggestionKind;
  /** The model's name, as the operator set it. */
  model: string;
  /** One for a rewording, two or more for a split. */
  statements: SuggestedStatement[];
}

/** Why a statement of a model was dropped. `words` are the ones at fault. */
export type DropReason =
  | { kind: "unreadable" }
  | { kind: "empty" }
  | { kind: "too_long" }
  | { kind: "same" }
  | { kind: "markup" }
  | { kind: "new_name"; words: string }
  | { kind: "new_number"; words: string }
  | { kind: "negation_added" }
  | { kind: "negation_dropped" }
  | { kind: "not_in_passage" }
  | { kind: "strays" }
  | { kind: "double" }
  | { kind: "one_part" };

/** What one part of an answer said, and why it was not taken. `statement` is as the model wrote it, cut to 300 units. */
export interface Dropped {
  statement: string;
  reason: DropReason;
}

/** What is left of an answer after the checks. `statements` is empty when nothing of it can be used. */
export interface CheckedAnswer {
  statements: SuggestedStatement[];
  dropped: Dropped[];
}

/** What a page shows of a suggestion: each statement beside the words of the article that it was written from. */
export interface ShownSuggestion {
  id: string;
  kind: SuggestionKind;
  model: string;
  statements: { statement: string; quote: string }[];
  /** Parts that were left out, and why, in words. */
  dropped: { statement: string; why: string }[];
}

/** Why, as the end of a sentence that begins with "It was dropped, because". */
export function describeDrop(reason: DropReason): string {
  switch (reason.kind) {
    case "unreadable":
      return "it was not in the form that was asked for";
    case "empty":
      return "it held no statement";
    case "too_long":
      return "it was longer than 1,000 characters";
    case "same":
      return "it is the statement that stands already";
    case "markup":
      return "it held signs that do not belong into a statement";
    case "new_name":
      return `it names “${reason.words}”, which does not stand so in the article`;
    case "new_number":
      return `it gives the number “${reason.words}”, which does not stand so in the article`;
    case "negation_added":
      return "it denies what the claim does not deny";
    case "negation_dropped":
      return "it leaves out a “not” of the claim";
    case "not_in_passage":
      return "its quote does not stand in the claim’s passage";
    case "strays":
      return "most of its words are not the article’s";
    case "double":
      return "it says the same as another part";
    case "one_part":
      return "fewer than two parts were left";
  }
}
