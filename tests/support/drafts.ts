import type { Evidence } from "~/domain/evidence/evidence";
import type { Sourcing } from "~/domain/evidence/sourcing";
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

/** What a report needs said of its sources. */
export function sourcing(changes: Partial<Sourcing> = {}): Sourcing {
  return {
    singleSource: "The minutes are the record itself.",
    otherSide: "none_found",
    otherSideWords: "Looked for a correction of the minutes; there is none.",
    otherSideBy: "Lea Lead",
    ...changes,
  };
}

export function completeDraft(changes: Partial<CompleteDraft> = {}): CompleteDraft {
  return {
    rating: "mostly_true",
    summary: "The minutes bear it out, but for the date.",
    rationale: [{ type: "paragraph", runs: [{ text: "The minutes say so." }] }],
    evidence: [evidence()],
    sourcing: sourcing(),
    ...changes,
  };
}
