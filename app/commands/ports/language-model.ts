import type { ChatMessage } from "~/domain/claim/suggestion/request";
import type { Result } from "~/domain/result";

/** Why a model gave no answer. `message` is for the person who asked, and may be shown as it is. */
export interface LanguageModelProblem {
  kind: "away" | "slow" | "busy" | "refused" | "too_large" | "not_json";
  message: string;
}

/** A language model, wherever it runs. Whatever it answers is hostile until it was checked. */
export interface LanguageModel {
  /** As the operator set it; stands in the trail beside everything that came from it. */
  name: string;
  /** What the model says to these messages, as plain text. */
  answer(messages: readonly ChatMessage[]): Promise<Result<string, LanguageModelProblem>>;
}
