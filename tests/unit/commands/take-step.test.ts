import { expect, test } from "vitest";

import { assignClaim } from "~/commands/assign-claim";
import { giveSecondVerdict } from "~/commands/give-second-verdict";
import { triageClaim } from "~/commands/triage-claim";
import type { Person } from "~/domain/people/person";

import { claim } from "../../support/claims";
import { memoryPorts } from "../../support/memory-ports";

const editor: Person = { id: "editor", name: "Edda", role: "editor" };
const lead: Person = { id: "lead", name: "Lena", role: "reviewer" };
const second: Person = { id: "second", name: "Sam", role: "reviewer" };

test("a legal step reaches the store with the version its author saw, and rooms are judged again", async () => {
  const { ports, steps, judgedAgain } = memoryPorts([claim({ state: "proposed" })]);
  const result = await triageClaim(ports, editor, {
    claimId: claim().id,
    version: 3,
    action: "accept",
  });
  expect(result.ok).toBe(true);
  expect(steps).toEqual([{ claimId: claim().id, action: "accept", expectedVersion: 3 }]);
  expect(judgedAgain).toEqual([claim().id]);
});

test("who may not is told so before the store is asked", async () => {
  const { ports, steps } = memoryPorts([claim({ state: "proposed" })]);
  const result = await triageClaim(ports, lead, {
    claimId: claim().id,
    version: 3,
    action: "accept",
  });
  expect(result).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  expect(steps).toEqual([]);
});

test("a dismissal without a reason is refused beside its field", async () => {
  const { ports } = memoryPorts([claim({ state: "proposed" })]);
  const input = { claimId: claim().id, version: 3, action: "dismiss" as const, reason: " " };
  expect(await triageClaim(ports, editor, input)).toMatchObject({
    error: { kind: "invalid", fields: { reason: [expect.stringContaining("reason")] } },
  });
});

test("an old version is left to the store to refuse, which knows who moved the claim", async () => {
  const { ports, steps } = memoryPorts([claim({ state: "open" })]);
  await triageClaim(ports, editor, { claimId: claim().id, version: 2, action: "accept" });
  expect(steps).toHaveLength(1);
});

test("a claim that is not there is not found", async () => {
  const { ports } = memoryPorts([]);
  const input = { claimId: claim().id, version: 1, rating: "true" as const, reason: "x" };
  expect(await giveSecondVerdict(ports, second, input)).toMatchObject({
    error: { kind: "not_found" },
  });
});

test("nobody is lead and second reviewer at once", async () => {
  const { ports, steps } = memoryPorts([claim({ state: "open" })]);
  const result = await assignClaim(ports, editor, {
    claimId: claim().id,
    version: 3,
    leadId: "same",
    secondId: "same",
    dueOn: null,
    priority: "normal",
  });
  expect(result).toMatchObject({
    error: { kind: "invalid", fields: { secondId: [expect.any(String)] } },
  });
  expect(steps).toEqual([]);
});
