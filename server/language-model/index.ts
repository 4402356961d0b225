export { createLanguageModel, type LanguageModelLimits } from "./openai-compatible";
