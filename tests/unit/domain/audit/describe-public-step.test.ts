import { expect, it } from "vitest";

import { auditActions } from "~/domain/audit/describe-event";
import { describePublicStep } from "~/domain/audit/describe-public-step";

it("tells each step in a sentence of its own", () => {
  const told = auditActions.map((action) => describePublicStep(action, "second"));
  expect(new Set(told).size).toBe(auditActions.length);
  for (const sentence of told) expect(sentence).toMatch(/^The second reviewer [a-z].+\.$/);
});

it("says in which capacity", () => {
  expect(describePublicStep("review.submitted", "lead")).toBe(
    "The lead reviewer submitted the verdict.",
  );
  expect(describePublicStep("claim.published", "editor")).toBe("An editor published the verdict.");
});

it("shows an action that it does not know plainly", () => {
  expect(describePublicStep("claim.exported", "editor")).toBe(
    "An editor recorded “claim.exported”.",
  );
});
