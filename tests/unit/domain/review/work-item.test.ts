import { describe, expect, test } from "vitest";

import type { Person } from "~/domain/people/person";
import type { DisputeStanding } from "~/domain/review/dispute";
import { inOrderOfWork, workItem } from "~/domain/review/work-item";

import { claim } from "../../../support/claims";

const lead: Person = { id: "lead", name: "Lead", role: "reviewer" };
const second: Person = { id: "second", name: "Second", role: "reviewer" };
const editor: Person = { id: "editor", name: "Editor", role: "editor" };

test("the same claim asks different things of different people", () => {
  const waiting = claim({ state: "second_review" });
  expect(workItem(second, waiting, false)).toMatchObject({ kind: "decide", mine: true });
  expect(workItem(second, waiting, true)).toMatchObject({ kind: "sign_off", mine: true });
  expect(workItem(lead, waiting, false)).toMatchObject({ kind: "await_second", mine: false });
  expect(workItem(editor, waiting, false)).toBeNull();
});

test("a dispute is put before an editor who is not part of it", () => {
  const disputed = claim({ state: "disputed" });
  expect(workItem(editor, disputed, true)).toMatchObject({ kind: "adjudicate" });
  expect(workItem({ ...editor, id: "lead" }, disputed, true)).toMatchObject({
    kind: "await_editor",
    mine: false,
  });
  expect(workItem({ ...lead, id: "other" }, disputed, true)).toBeNull();
});

describe("a dispute that editors vote on", () => {
  const disputed = claim({ state: "disputed" });
  const vote = (changes: Partial<DisputeStanding> = {}): DisputeStanding => ({
    ...{ way: "vote", voted: false, voters: 5 },
    ...changes,
  });
  const asks = (who: Person, standing: DisputeStanding, at = disputed) => {
    const item = workItem(who, at, true, null, standing);
    return item && { kind: item.kind, mine: item.mine, fewVoters: item.fewVoters };
  };
  const admin: Person = { id: "admin", name: "Admin", role: "admin" };

  test("asks every editor for a vote, once, and the two for patience", () => {
    expect(asks(editor, vote())).toMatchObject({ kind: "vote", mine: true });
    expect(asks(admin, vote())).toMatchObject({ kind: "vote", mine: true });
    expect(asks(editor, vote({ voted: true }))).toMatchObject({ kind: "await_votes", mine: false });
    for (const who of [lead, second, { ...editor, id: "lead" }]) {
      expect(asks(who, vote())).toMatchObject({ kind: "await_votes", mine: false });
    }
    expect(asks({ ...lead, id: "other" }, vote())).toBeNull();
  });

  test("asks nothing of an editor with a conflict of interest", () => {
    expect(asks(editor, vote(), claim({ state: "disputed", recusedIds: ["editor"] }))).toBeNull();
  });

  test("says that too few are free, and puts that before an admin", () => {
    expect(asks(editor, vote({ voters: 2 }))).toEqual({ kind: "vote", mine: true, fewVoters: 2 });
    expect(asks(lead, vote({ voters: 1 }))).toMatchObject({ fewVoters: 1 });
    const voted = vote({ voters: 2, voted: true });
    expect(asks(editor, voted)).toEqual({ kind: "await_votes", mine: false, fewVoters: 2 });
    expect(asks(admin, voted)).toEqual({ kind: "vote_short", mine: true, fewVoters: 2 });
    expect(asks({ ...admin, id: "second" }, voted)?.kind).toBe("await_votes");
    expect(asks(admin, vote({ voters: 3 }))).toMatchObject({ kind: "vote", fewVoters: undefined });
  });

  test("is a decision of one editor once an admin gave it to one", () => {
    const given = vote({ way: "editor", voters: 1 });
    expect(asks(editor, given)).toEqual({ kind: "adjudicate", mine: true, fewVoters: undefined });
    expect(asks(lead, given)).toMatchObject({ kind: "await_editor", fewVoters: undefined });
  });
});

test("what is mine and due soonest comes first", () => {
  const items = [
    { id: "waits", kind: "await_second" as const, mine: false, dueOn: "2024-01-01" },
    { id: "no date", kind: "lead" as const, mine: true, dueOn: null },
    { id: "late", kind: "lead" as const, mine: true, dueOn: "2024-03-01" },
    { id: "soon", kind: "lead" as const, mine: true, dueOn: "2024-02-01" },
  ].map(({ id, dueOn, ...rest }) => ({ ...rest, claim: claim({ id, dueOn }) }));
  expect(inOrderOfWork(items).map((item) => item.claim.id)).toEqual([
    "soon",
    "late",
    "no date",
    "waits",
  ]);
});
