import type { LanguageModelProblem } from "~/commands/ports/language-model";

const kept = "Nothing was changed; what you typed is still here.";

/** The problem with what was kept and what to do. No feature depends on the model, so writing oneself always helps. */
export function modelProblem(
  kind: LanguageModelProblem["kind"],
  happened: string,
  advice = "Write it yourself, or try again later.",
): LanguageModelProblem {
  return { kind, message: `${happened} ${kept} ${advice}` };
}
