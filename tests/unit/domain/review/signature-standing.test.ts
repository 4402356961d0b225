import { expect, test } from "vitest";

import type { AuditEvent } from "~/domain/audit/audit-event";
import type { SignOff } from "~/domain/review/second-verdict";
import { fallenSignature } from "~/domain/review/signature-standing";
import type { VerdictVersion } from "~/domain/verdict/content";

const version = { id: "v1", number: 1, documentHead: 7 } as VerdictVersion;
const signOff = (by: string, voidedAt: string | null, versionId = "v1"): SignOff => ({
  ...{ id: by, versionId, by, capacity: "editor", contentHash: "" },
  ...{ signedAt: "2026-11-01T10:00:00+00:00", voidedAt },
});
const event = (action: string, at: string, reason: string) =>
  ({ action, at, actorName: "Ana", payload: { reason } }) as unknown as AuditEvent;
const trail = [
  event("review.reopened", "2026-10-01T10:00:00.1+00:00", "An earlier round"),
  event("review.reopened", "2026-11-02T10:00:00.12345+00:00", "A source was withdrawn"),
];

test("a voided signature tells by whom, why, and over what, until somebody signs again", () => {
  const voided = [
    signOff("one", "2026-11-02T10:00:00.1+00:00"),
    signOff("two", "2026-11-02T10:00:00.1+00:00"),
  ];
  const record = { versions: [version], signOffs: voided };
  expect(fallenSignature("in_review", record, trail)).toEqual({
    ...{ kind: "void", signedBy: ["one", "two"], by: "Ana", reason: "A source was withdrawn" },
    ...{ at: "2026-11-02T10:00:00.1+00:00", version },
  });
  expect(fallenSignature("approved", record, trail)).toBeNull();
});

test("for whom version and trail are hidden, it is void all the same", () => {
  const record = { versions: [], signOffs: [signOff("one", "2026-11-02T10:00:00Z")] };
  expect(fallenSignature("second_review", record, [])).toMatchObject({
    ...{ kind: "void", by: null, reason: null, version: null },
  });
});

test("the signature of what is published does not cover the correction that is being written", () => {
  const record = { versions: [version], signOffs: [signOff("one", null)] };
  const begun = event("claim.correction_begun", "2026-11-03T10:00:00Z", "The date is wrong");
  expect(fallenSignature("in_review", record, [...trail, begun])).toMatchObject({
    ...{ kind: "outdated", by: "Ana", reason: "The date is wrong" },
  });
  expect(fallenSignature("published", record, trail)).toBeNull();
  expect(fallenSignature("in_review", { versions: [], signOffs: [] }, trail)).toBeNull();
});
