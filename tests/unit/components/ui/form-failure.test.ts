import { expect, it } from "vitest";

import { failureOf } from "~/components/ui/form-failure";

const failure = {
  message: "No.",
  errors: {},
  values: { intent: "dismiss", claimId: "a", reason: "Because." },
};

it("gives a failure to the form that it belongs to, and to no other", () => {
  expect(failureOf(failure, "dismiss", "a")).toBe(failure);
  expect(failureOf(failure, "dismiss")).toBe(failure);
  expect(failureOf(failure, "dismiss", "b")).toBeNull();
  expect(failureOf(failure, "accept", "a")).toBeNull();
  expect(failureOf(null, "dismiss", "a")).toBeNull();
});
