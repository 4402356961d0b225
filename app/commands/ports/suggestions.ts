import type {
  SuggestedStatement,
  Suggestion,
  SuggestionKind,
} from "~/domain/claim/suggestion/suggestion";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

/** What language models suggested, as far as it passed the checks. */
export interface SuggestionStore {
  /** Keeps a suggestion in the name of who asked for it, with its audit event; answers with its id. */
  record(made: {
    claimId: string;
    kind: SuggestionKind;
    model: string;
    statements: SuggestedStatement[];
    askedBy: string;
  }): Promise<Result<string, Refusal>>;
  find(suggestionId: string): Promise<Suggestion | null>;
}
