import type { Evidence } from "~/domain/evidence/evidence";
import type { CompleteDraft } from "~/domain/verdict/verdict";

/** One piece of evidence that passes every check, changed where a test needs it. */
export function evidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    id: "e1",
    title: "Minutes of the council",
    url: "https://council.example/minutes",
    publisher: "Council",
    publishedOn: "2024-02-01",
    stance: "supports",
    sourceType: "primary",
    excerpt: "The motion was carried.",
    locator: "p. 3",
    note: "",
    accessedOn: "2024-02-05",
    ...changes,
  };
}

export function completeDraft(changes: Partial<CompleteDraft> = {}): CompleteDraft {
  return {
    rating: "mostly_true",
    summary: "The minutes bear it out, but for the date.",
    rationale: [{ type: "paragraph", runs: [{ text: "The minutes say so." }] }],
    evidence: [evidence()],
    ...changes,
  };
}
