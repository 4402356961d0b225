import type { Claim } from "~/domain/claim/claim";

/** A claim in review, changed where a test needs it. */
export function claim(changes: Partial<Claim> = {}): Claim {
  return {
    id: "11111111-1111-4111-8111-111111111111",
    articleId: "22222222-2222-4222-8222-222222222222",
    articleVersionId: "33333333-3333-4333-8333-333333333333",
    anchor: { exact: "It rained.", prefix: "", suffix: "", start: 0, end: 10 },
    statement: "It rained in Rome on Monday.",
    claimant: null,
    type: "event",
    checkWorthiness: 0.5,
    reasons: [],
    dimensions: null,
    attribution: null,
    needsContext: [],
    origin: "engine",
    state: "in_review",
    version: 3,
    leadId: "lead",
    secondId: "second",
    recusedIds: [],
    dueOn: null,
    priority: "normal",
    comparedAt: null,
    dismissalReason: null,
    dismissalKind: null,
    model: null,
    publishedAt: null,
    createdAt: "2024-02-05T10:00:00Z",
    updatedAt: "2024-02-05T10:00:00Z",
    ...changes,
  };
}
