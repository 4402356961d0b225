import { expect, test } from "vitest";

import type { AuditEvent } from "~/domain/audit/audit-event";
import { unfinishedCorrection } from "~/domain/review/unfinished-correction";

const retracted = (from: string) =>
  [{ action: "claim.retracted", payload: { from } }] as unknown as AuditEvent[];

test("a retraction says how far a correction had come", () => {
  expect(unfinishedCorrection("retracted", retracted("in_review"))).toBe("written");
  for (const from of ["second_review", "disputed", "approved"]) {
    expect(unfinishedCorrection("retracted", retracted(from))).toBe("submitted");
  }
});

test("without a correction under way there is nothing to say", () => {
  for (const from of ["published", "being_corrected"]) {
    expect(unfinishedCorrection("retracted", retracted(from))).toBeNull();
  }
  expect(unfinishedCorrection("published", retracted("in_review"))).toBeNull();
  expect(unfinishedCorrection("retracted", [])).toBeNull();
});
