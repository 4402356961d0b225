import { expect, it } from "vitest";

import type { AuditEvent } from "~/domain/audit/audit-event";
import { comparisons, conflictsIn, lastSeenAt } from "~/domain/review/approval-facts";
import type { VerdictVersion } from "~/domain/verdict/content";

const event = (
  action: string,
  payload: Record<string, unknown> = {},
  at = "2024-02-02T10:00:00Z",
  actorId = "ana",
): AuditEvent => ({
  seq: 1,
  at,
  actorId,
  actorName: "Ana",
  action,
  entity: "claim",
  entityId: "c",
  payload,
  hash: "",
});

const version = (number: number, summary: string, statement = "It rained."): VerdictVersion => ({
  id: `v${number}`,
  claimId: "c",
  number,
  content: {
    schema: "countersign/verdict/1",
    claim: {
      id: "c",
      statement,
      claimant: null,
      quote: "It rained",
      start: 0,
      end: 9,
      articleSha256: "ab",
    },
    verdict: { scale: "countersign/1", rating: "true", summary, rationale: [] },
    evidence: [],
  },
  text: "",
  contentHash: `hash ${number}`,
  submittedBy: "lead",
  submittedAt: `2024-02-0${number}T10:00:00Z`,
  origin: "submission",
  documentHead: 1,
});

it("tells a conflict and where it led, and one of somebody without a part in it", () => {
  expect(
    conflictsIn([
      event("claim.recused", { was: "second", reason: "My brother" }),
      event("claim.assigned", { lead: "Lea", second: "Sam" }),
      event("claim.recused", { reason: "I own shares" }),
    ]),
  ).toEqual([
    "Ana stepped back as second reviewer: “My brother”. Then Lea led, and Sam decided second.",
    "Ana stepped back: “I own shares”.",
  ]);
});

it("takes the later of a look in the room and a step for which one reads", () => {
  const trail = [
    event("claim.cleared", {}, "2024-02-03T10:00:00Z"),
    event("claim.assigned", {}, "2024-02-09T10:00:00Z"),
    event("claim.cleared", {}, "2024-02-09T10:00:00Z", "ben"),
  ];
  expect(lastSeenAt("ana", ["2024-02-01T10:00:00Z", null], trail)).toBe("2024-02-03T10:00:00Z");
  expect(lastSeenAt("ana", [null, "2024-02-05T10:00:00Z"], trail)).toBe("2024-02-05T10:00:00Z");
  expect(lastSeenAt("cara", [null, null], trail)).toBeNull();
});

it("compares with what was seen last, and with what was cleared or published last", () => {
  const versions = [version(1, "One."), version(2, "Two."), version(3, "Two.", "It rained hard.")];
  const found = comparisons(versions, {
    lastSeenAt: "2024-02-02T12:00:00Z",
    cleared: [{ contentHash: "hash 1", at: "2024-02-01T12:00:00Z" }],
    published: [],
  });
  expect(found.map(({ since, number, changes }) => [since, number, changes !== null])).toEqual([
    ["look", 2, false],
    ["cleared", 1, true],
  ]);
  expect(found[0]?.statement).not.toBeNull();
});

it("says nothing has changed since it was seen, and compares nothing with itself", () => {
  const found = comparisons([version(1, "One.")], {
    lastSeenAt: "2024-02-05T10:00:00Z",
    cleared: [{ contentHash: "hash 1", at: "2024-02-03T10:00:00Z" }],
    published: [],
  });
  expect(found).toEqual([
    expect.objectContaining({ since: "look", changes: null, statement: null }),
  ]);
});

it("has nothing to compare for who comes for the first time", () => {
  const nothing = { lastSeenAt: null, cleared: [], published: [] };
  expect(comparisons([version(1, "One.")], nothing)).toEqual([]);
});
