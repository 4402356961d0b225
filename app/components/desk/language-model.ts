import { createContext, useContext } from "react";

import type { Claim } from "~/domain/claim/claim";
import type { ShownSuggestion, SuggestionKind } from "~/domain/claim/suggestion/suggestion";

/** A question to the language model: which claim, in which version, and what for. */
export interface SuggestionAsked {
  claimId: string;
  version: number;
  kind: SuggestionKind;
}

/** What became of a question. */
export type SuggestionState =
  | { state: "none" }
  | { state: "asking" }
  | { state: "failed"; message: string }
  | { state: "made"; suggestion: ShownSuggestion };

/** The language model as the pages of the desk know it. */
export interface DeskLanguageModel {
  name: string;
  ask(question: SuggestionAsked): void;
  of(question: SuggestionAsked): SuggestionState;
}

/** Null where no model is set up or this person may not ask it: nothing of it is then shown. */
export const LanguageModelContext = createContext<DeskLanguageModel | null>(null);

export const useLanguageModel = () => useContext(LanguageModelContext);

export function questionOf(
  { id, version }: Pick<Claim, "id" | "version">,
  kind: SuggestionKind,
): SuggestionAsked {
  return { claimId: id, version, kind };
}
