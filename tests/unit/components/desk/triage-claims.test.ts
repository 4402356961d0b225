import { describe, expect, it } from "vitest";

import {
  inOrderOfArticle,
  mergeTargets,
  nextMergeTarget,
  nextUndecided,
  type TriageClaim,
} from "~/components/desk/triage-claims";
import type { ClaimState } from "~/domain/review/workflow";

function triageClaim(id: string, state: ClaimState, start = 0, end = start + 5): TriageClaim {
  return {
    actions: [],
    matches: [],
    maySetTopics: true,
    claim: {
      id,
      articleId: "article",
      articleVersionId: "version",
      anchor: { exact: "words", prefix: "", suffix: "", start, end },
      statement: `Statement ${id}`,
      claimant: null,
      type: "event",
      checkWorthiness: 0.5,
      reasons: [],
      dimensions: null,
      attribution: null,
      needsContext: [],
      origin: "engine",
      state,
      version: 1,
      leadId: null,
      secondId: null,
      recusedIds: [],
      dueOn: null,
      priority: "normal",
      comparedAt: null,
      dismissalReason: null,
      dismissalKind: null,
      model: null,
      publishedAt: null,
      createdAt: "2026-11-23T19:31:00Z",
      updatedAt: "2026-11-23T19:31:00Z",
    },
  };
}

const ids = (claims: readonly TriageClaim[]) => claims.map(({ claim }) => claim.id);

describe("inOrderOfArticle", () => {
  it("goes by the place in the article, the longer of two that begin together first", () => {
    const claims = [
      triageClaim("c", "proposed", 20),
      triageClaim("short", "proposed", 0, 4),
      triageClaim("long", "proposed", 0, 9),
    ];
    expect(ids(inOrderOfArticle(claims))).toEqual(["long", "short", "c"]);
  });
});

describe("nextUndecided", () => {
  const claims = [
    triageClaim("a", "proposed"),
    triageClaim("b", "dismissed"),
    triageClaim("c", "open"),
    triageClaim("d", "proposed"),
  ];

  it("passes over what has been decided, and goes round at the end", () => {
    expect(nextUndecided(claims, "a")).toBe("d");
    expect(nextUndecided(claims, "d")).toBe("a");
  });

  it("is null when nothing is left to decide", () => {
    expect(nextUndecided([triageClaim("a", "open")], "a")).toBeNull();
  });
});

describe("merging", () => {
  const claims = [
    triageClaim("a", "open"),
    triageClaim("b", "in_review"),
    triageClaim("c", "proposed"),
    triageClaim("d", "proposed"),
  ];

  it("is possible into others that nobody reviews yet", () => {
    expect(mergeTargets(claims, "c").map(({ id }) => id)).toEqual(["a", "d"]);
  });

  it("suggests the next one, or the first when there is none after it", () => {
    expect(nextMergeTarget(claims, "c")).toBe("d");
    expect(nextMergeTarget(claims, "d")).toBe("a");
    expect(nextMergeTarget([triageClaim("a", "open")], "a")).toBe("");
  });
});
