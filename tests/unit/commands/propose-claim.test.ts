import { expect, test } from "vitest";

import { proposeClaim, proposeClaimInput } from "~/commands/propose-claim";
import type { Person } from "~/domain/people/person";

import { claim } from "../../support/claims";
import { memoryPorts } from "../../support/memory-ports";

const editor: Person = { id: "editor", name: "Edda", role: "editor" };
const input = {
  versionId: claim().articleVersionId,
  start: 11,
  end: 21,
  statement: "It snowed in Rome.",
};

test("a claim added by hand is anchored to the words that were selected", async () => {
  const { ports } = memoryPorts([]);
  const result = await proposeClaim(ports, editor, proposeClaimInput.parse(input));
  expect(result).toEqual({ ok: true, value: ["It snowed."] });
});

test("nothing selected is said beside the field", () => {
  expect(proposeClaimInput.safeParse({ ...input, end: 11 }).error?.issues[0]?.path).toEqual([
    "start",
  ]);
});

test("only an editor adds claims", async () => {
  const { ports } = memoryPorts([]);
  const result = await proposeClaim(
    ports,
    { ...editor, role: "reviewer" },
    proposeClaimInput.parse(input),
  );
  expect(result).toMatchObject({ error: { kind: "forbidden" } });
});
